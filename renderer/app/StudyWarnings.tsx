import { useState } from 'react'
import type { Message } from '../../shared/contract/values.ts'
import { showAgreement } from '../features/agreement/agreement-tab.ts'
import { sentenceOf, useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon, WarningIcon } from '../ui/icons.tsx'
import styles from './StudyWarnings.module.css'

/** What is wrong with where the study lies, and what waits in it, until the user has read it. */
export function StudyWarnings({ warnings }: { readonly warnings: readonly Message[] }) {
  const t = useT('common')
  const [read, setRead] = useState<readonly string[]>([])
  const unread = warnings.filter((warning) => !read.includes(warning.code))
  return unread.map((warning) => (
    <div key={warning.code} role="status" className={styles['warning']}>
      <WarningIcon />
      <span className={styles['text']}>{sentenceOf('warnings', warning)}</span>
      {warning.code === 'conflicts_open' && (
        <Button
          size="small"
          onPress={() => {
            showAgreement('exchange')
          }}
        >
          {t('show')}
        </Button>
      )}
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
