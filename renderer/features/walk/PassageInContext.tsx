import { useEffect, useRef } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import styles from './Walk.module.css'
import type { WalkItem } from './walk-list.ts'

/** A passage with the turns around it. `next` is fetched already, so that it is there when it is gone to. */
export function PassageInContext({ item, next }: { readonly item: WalkItem; readonly next: WalkItem | undefined }) {
  const t = useT('walk')
  const waveName = useWaveName()
  const frame = useRef<HTMLElement>(null)
  const mark = useRef<HTMLElement>(null)
  const { data, error } = useHostQuery('segment.surroundings', stretchOf(item))
  useHostQuery('segment.surroundings', stretchOf(next ?? item), { enabled: next !== undefined })
  useEffect(() => {
    if (frame.current === null || mark.current === null) return
    const { offsetTop, offsetHeight } = mark.current
    frame.current.scrollTop = offsetTop - Math.max(0, (frame.current.clientHeight - offsetHeight) / 2)
  }, [data])
  if (data === undefined)
    return <div className={styles['passage']}>{error === null ? null : sentenceOf('errors', error)}</div>
  const place = [data.village, waveName(data.wave)].filter((name) => name !== null).join(' · ')
  let isFirst = true
  return (
    <section ref={frame} className={styles['passage']} aria-label={data.document} tabIndex={0}>
      <h3 className={styles['document']}>
        {data.document} <span className={styles['muted']}>{place}</span>
      </h3>
      {data.turns.map((turn) => {
        const from = Math.min(Math.max(item.start - turn.start, 0), turn.text.length)
        const to = Math.min(Math.max(item.end - turn.start, from), turn.text.length)
        const marked = turn.text.slice(from, to)
        const isMarked = marked !== ''
        const ref = isMarked && isFirst ? mark : undefined
        if (isMarked) isFirst = false
        return (
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
            {turn.text.slice(0, from)}
            {isMarked && (
              <mark ref={ref} className={styles['mark']}>
                {marked}
              </mark>
            )}
            {turn.text.slice(to)}
            {turn.isCutAfter && ' …'}
          </p>
        )
      })}
      {data.turns.length === 0 && <p className={styles['muted']}>{t('noText')}</p>}
    </section>
  )
}

function stretchOf({ documentId, start, end }: WalkItem) {
  return { documentId, start, end }
}
