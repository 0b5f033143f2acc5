import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { toneEdge, toneFill } from '../../charts/tone.ts'
import styles from './MiniBar.module.css'
import { useProfileWords } from './profiles-context.ts'

export interface MiniBarProps {
  /** What the bar shows; its parts are read out behind it. */
  readonly label: string
  readonly parts: readonly { readonly cellId: string; readonly share: number | null }[]
}

/** Shares of the cells as one small bar, its largest parts named beneath. */
export function MiniBar({ label, parts }: MiniBarProps) {
  const t = useT('profiles')
  const format = useFormat()
  const { theory } = useProfileWords()
  const shown = parts.flatMap(({ cellId, share }) => (share === null || share === 0 ? [] : [{ cellId, share }]))
  if (shown.length === 0) return <p className={styles['words']}>{t('verdict.noLeader')}</p>
  const words = shown
    .toSorted((a, b) => b.share - a.share)
    .map(({ cellId, share }) => `${cellId} ${format.share(share)}`)
    .join(' · ')
  return (
    <>
      <div role="img" aria-label={`${label}: ${words}`} className={styles['bar']}>
        {shown.map(({ cellId, share }) => (
          <span
            key={cellId}
            title={theory.cell(cellId)}
            style={{
              width: `${share * 100}%`,
              background: toneFill(theory.tone(cellId)),
              borderColor: toneEdge(theory.tone(cellId).hue),
            }}
          />
        ))}
      </div>
      <p aria-hidden="true" className={styles['words']}>
        {words}
      </p>
    </>
  )
}
