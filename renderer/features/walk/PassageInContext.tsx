import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import styles from './Walk.module.css'
import type { WalkItem } from './walk-list.ts'

export interface PassageInContextProps {
  readonly item: WalkItem
  /** Fetched already, so that it is there when it is gone to. */
  readonly next: WalkItem | undefined
  /** The button that opens it in its transcript; with the focus on it, the keys scroll the passage. */
  readonly opening: ReactNode
}

/** A passage with the turns around it. */
export function PassageInContext({ item, next, opening }: PassageInContextProps) {
  const t = useT('walk')
  const waveName = useWaveName()
  const frame = useRef<HTMLElement>(null)
  const mark = useRef<HTMLElement>(null)
  const { data, error } = useHostQuery('segment.surroundings', stretchOf(item))
  useHostQuery('segment.surroundings', stretchOf(next ?? item), { enabled: next !== undefined })
  useEffect(() => {
    if (frame.current === null || mark.current === null) return
    const { offsetTop, offsetHeight } = mark.current
    frame.current.scrollTop = offsetTop - Math.max(40, (frame.current.clientHeight - offsetHeight) / 2)
  }, [data])
  if (data === undefined)
    return <div className={styles['passage']}>{error === null ? null : sentenceOf('errors', error)}</div>
  const place = [data.village, waveName(data.wave)].filter((name) => name !== null).join(' · ')
  const turns = data.turns.map((turn) => {
    const from = Math.min(Math.max(item.start - turn.start, 0), turn.text.length)
    const to = Math.min(Math.max(item.end - turn.start, from), turn.text.length)
    return { ...turn, before: turn.text.slice(0, from), marked: turn.text.slice(from, to), after: turn.text.slice(to) }
  })
  const first = turns.find(({ marked }) => marked !== '')
  return (
    <section ref={frame} className={styles['passage']} aria-label={data.document}>
      <header className={styles['heading']}>
        <h3 className={styles['document']}>
          {data.document} <span className={styles['muted']}>{place}</span>
        </h3>
        {opening}
      </header>
      {turns.map((turn) => (
        <p
          key={turn.start}
          lang={data.language}
          dir="auto"
          className={turn.isInterviewer ? styles['interviewer'] : styles['turn']}
        >
          {!turn.text.slice(0, turn.ref.length + 2).includes(turn.ref) && (
            <span className={styles['ref']}>{turn.ref}</span>
          )}
          {turn.isCutBefore && '… '}
          {turn.before}
          {turn.marked !== '' && (
            <mark ref={turn === first ? mark : null} className={styles['mark']}>
              {turn.marked}
            </mark>
          )}
          {turn.after}
          {turn.isCutAfter && ' …'}
        </p>
      ))}
      {turns.length === 0 && <p className={styles['muted']}>{t('noText')}</p>}
    </section>
  )
}

function stretchOf({ documentId, start, end }: WalkItem) {
  return { documentId, start, end }
}
