import { useState } from 'react'
import type { Message } from '../../shared/contract/values.ts'
import { sentenceOf, useT } from '../i18n/i18n.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon, WarningIcon } from '../ui/icons.tsx'
import styles from './StudyWarnings.module.css'

/** What is wrong with where the study lies, until the user has read it. */
export function StudyWarnings({ warnings }: { readonly warnings: readonly Message[] }) {
  const t = useT('common')
  const [read, setRead] = useState<readonly string[]>([])
  const unread = warnings.filter((warning) => !read.includes(warning.code))
  return unread.map((warning) => (
    <div key={warning.code} role="status" className={styles['warning']}>
      <WarningIcon />
      <span className={styles['text']}>{sentenceOf('warnings', warning)}</span>
      <IconButton
        size="small"
        icon={<CloseIcon />}
        label={t('close')}
        onPress={() => {
          setRead([...read, warning.code])
        }}
      />
    </div>
  ))
}
