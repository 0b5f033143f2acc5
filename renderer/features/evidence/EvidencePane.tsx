import { useEffect, useRef } from 'react'
import { useCommands } from '../../app/commands.ts'
import { noteDeed } from '../../app/deeds.ts'
import { Inspector } from '../../app/Inspector.tsx'
import { useMediaQuery, usePaneVisibility } from '../../app/pane-visibility.ts'
import { useT } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import type { Evidence } from './evidence.ts'
import { EvidenceList } from './EvidenceList.tsx'
import styles from './EvidencePane.module.css'

export interface EvidencePaneProps {
  /** What the number is. */
  readonly what: string
  /** The number, as it is written. */
  readonly value: string
  /** null: still being asked. */
  readonly evidence: Evidence | null
  /** Closes it and gives the focus back to the number. */
  readonly onClose: () => void
}

/** From this width on (CSS px), what is read and what it rests on fit beside each other. */
const HAS_ROOM_BESIDE = '(min-width: 1180px)'

/** The quotations behind a number: beside it where there is room, else over it. Escape closes. */
export function EvidencePane(props: EvidencePaneProps) {
  const t = useT('evidence')
  const isBeside = useMediaQuery(HAS_ROOM_BESIDE)
  const hasPane = usePaneVisibility().inspector
  useEffect(() => {
    noteDeed('evidence')
  }, [])
  if (isBeside && hasPane) {
    return (
      <Inspector>
        <BesidePane {...props} />
      </Inspector>
    )
  }
  return (
    <Dialog title={t('heading')} size="large" onClose={props.onClose}>
      <p className={styles['what']}>
        {props.what} <strong>{props.value}</strong>
      </p>
      <EvidenceList evidence={props.evidence} />
    </Dialog>
  )
}

function BesidePane({ what, value, evidence, onClose }: EvidencePaneProps) {
  const t = useT('evidence')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [what])
  useCommands([{ id: 'evidence.close', menu: 'view', order: 300, keys: 'Escape', label: t('close'), run: onClose }])
  return (
    <section aria-label={t('heading')} className={styles['pane']}>
      <header className={styles['header']}>
        <div className={styles['words']}>
          <h2 ref={heading} tabIndex={-1} className={styles['value']}>
            {value}
          </h2>
          <p className={styles['what']}>{what}</p>
        </div>
        <IconButton icon={<CloseIcon />} label={t('close')} size="small" onPress={onClose} />
      </header>
      <div className={styles['body']}>
        <EvidenceList evidence={evidence} />
      </div>
    </section>
  )
}
