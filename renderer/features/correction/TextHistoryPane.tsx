import { useEffect, useRef } from 'react'
import { useCommands } from '../../app/commands.ts'
import { Inspector } from '../../app/Inspector.tsx'
import { usePaneVisibility } from '../../app/pane-visibility.ts'
import { useT } from '../../i18n/i18n.ts'
import { useReading } from '../../reader/reading-state.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { LostAnchors } from './LostAnchors.tsx'
import { Revisions } from './Revisions.tsx'
import styles from './TextHistory.module.css'
import { showTextHistory, useTextHistory } from './text-history-state.ts'

/** The history of the text one reads: beside it, in the place of the codebook; over it where there is no such place. */
export function TextHistoryPane({ documentId: shown }: { readonly documentId: number }) {
  const t = useT('correction')
  // Beside another language version it is the one that one reads in.
  const documentId = useReading((state) => state.document?.id) ?? shown
  const { inspector } = usePaneVisibility()
  const isOpen = useTextHistory((state) => state.isOpen)
  if (!isOpen) return null
  if (inspector) {
    return (
      <Inspector>
        <BesidePane documentId={documentId} />
      </Inspector>
    )
  }
  return (
    <Dialog title={t('history.title')} size="large" onClose={close}>
      <TextHistory documentId={documentId} />
    </Dialog>
  )
}

function TextHistory({ documentId }: { readonly documentId: number }) {
  const language = useReading((state) => state.document?.language)
  return (
    <>
      <LostAnchors documentId={documentId} language={language} />
      <Revisions documentId={documentId} language={language} />
    </>
  )
}

/** Closes it; the focus goes back to the text. */
function close(): void {
  showTextHistory(false)
  useReading.getState().view?.focus()
}

function BesidePane({ documentId }: { readonly documentId: number }) {
  const t = useT('correction')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  useCommands([
    {
      id: 'text.history.close',
      menu: 'view',
      order: 300,
      keys: 'Escape',
      within: '[data-text-history]',
      label: t('history.close'),
      run: close,
    },
  ])
  return (
    <section aria-label={t('history.title')} className={styles['pane']} data-text-history="">
      <header className={styles['header']}>
        <h2 ref={heading} tabIndex={-1} className={styles['title']}>
          {t('history.title')}
        </h2>
        <IconButton icon={<CloseIcon />} label={t('history.close')} size="small" onPress={close} />
      </header>
      <div className={styles['body']}>
        <TextHistory documentId={documentId} />
      </div>
    </section>
  )
}
