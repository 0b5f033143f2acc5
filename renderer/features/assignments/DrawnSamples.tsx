import { announce } from '../../app/announce.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Assignments.module.css'
import { useDrawSentence } from './use-draw-sentence.ts'

/** What was drawn, how and from what: to be reported, and repeated with the same seed. */
export function DrawnSamples() {
  const t = useT('assignments')
  const sentence = useDrawSentence()
  const { data } = useHostQuery('assignment.draws', {})
  const draws = data?.draws ?? []
  if (draws.length === 0) return null
  return (
    <details className={styles['draws']}>
      <summary>{t('draw.records', { count: draws.length })}</summary>
      <ul>
        {draws.map((record, index) => (
          <li key={`${record.at} ${index}`} className={styles['draw']}>
            <div>
              <p>{sentence(record)}</p>
              <p className={styles['faint']}>
                {t('draw.names', { names: record.strata.flatMap(({ drawn }) => drawn).join(', ') })}
              </p>
            </div>
            <Button
              size="small"
              onPress={() => {
                void navigator.clipboard.writeText(sentence(record)).then(() => {
                  announce(t('draw.copied'))
                })
              }}
            >
              {t('draw.copy')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
