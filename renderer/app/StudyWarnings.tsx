import { useState } from 'react'
import type { Message } from '../../shared/contract/values.ts'
import { showAgreement, useAgreementTab } from '../features/agreement/agreement-tab.ts'
import { sentenceOf, useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon, WarningIcon } from '../ui/icons.tsx'
import styles from './StudyWarnings.module.css'
import { useView } from './view-state.ts'

/** What is wrong with where the study lies, and what waits in it, until the user has read it. */
export function StudyWarnings({ warnings }: { readonly warnings: readonly Message[] }) {
  const t = useT('common')
  const [read, setRead] = useState<readonly string[]>([])
  const isAtConflicts = useIsAtConflicts()
  const unread = warnings.filter(({ code }) => !read.includes(code) && !(code === 'conflicts_open' && isAtConflicts))
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

/** Whether the page is on the screen that lists them. */
function useIsAtConflicts(): boolean {
  const activity = useView((state) => state.activity)
  const tab = useAgreementTab((state) => state.tab)
  return activity === 'agreement' && tab === 'exchange'
}
