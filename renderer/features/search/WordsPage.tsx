import { useMemo } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import type { Frequency } from '../../../shared/contract/frequency.ts'
import type { TopicKind } from '../../../shared/contract/topics.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostJob } from '../../app/host-job.ts'
import { useStudyState } from '../../app/study-state.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import activity from '../../ui/Activity.module.css'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { changeQuery, useFind } from './find-state.ts'
import styles from './Search.module.css'
import { SpeechFilters } from './SpeechFilters.tsx'
import { WordGrid } from './WordGrid.tsx'
import { WordsBar } from './WordsBar.tsx'
import { wordLines, WORDS_VIEW } from './words-view.ts'

/** Which words and phrases are said how often, by whom; each opens the places where it is said. */
export function WordsPage() {
  const t = useT('search')
  const bridge = useBridge()
  const language = useLanguage()
  const version = useView((state) => state.version)
  const filter = useFind((state) => state.query.filter)
  const [view, setView] = useStudyState(WORDS_VIEW)
  const { by, length, useStopList, minimum, contains, measure, sort } = view
  const input = { version, filter, by, length, useStopList, minimum, contains }
  const { data, error, progress } = useHostJob('frequency.count', { input }, { concerns: CONCERNED })
  const lines = useMemo(() => (data ? wordLines(data, sort, measure, language) : []), [data, sort, measure, language])

  function openWord(text: string, column: number | null): void {
    const chosen = column === null ? undefined : data?.columns[column]
    const narrowed = chosen === undefined ? filter : { ...filter, ...narrowedTo(by, chosen.key) }
    changeQuery(bridge, { text, mode: 'words', matchCase: false, wordCount: length, filter: narrowed }, version)
    useFind.setState({ tab: 'hits' })
  }

  return (
    <>
      <div role="group" aria-label={t('wordsOptions')} className={activity['bar']}>
        <WordsBar view={view} onChange={setView} input={input} />
      </div>
      <div role="group" aria-label={t('filters')} className={activity['bar']}>
        <SpeechFilters
          filter={filter}
          onChange={(next) => {
            changeQuery(bridge, { filter: next }, version)
          }}
        />
      </div>
      <WordsCount frequency={data} length={length} />
      {progress && <Progress label={t('countingWords')} done={progress.done} total={progress.total} />}
      {error && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {data && lines.length > 0 && (
        <WordGrid
          frequency={data}
          lines={lines}
          measure={measure}
          sort={sort}
          onSort={(next) => {
            setView({ ...view, sort: next })
          }}
          onOpen={openWord}
        />
      )}
      {data && lines.length === 0 && (
        <EmptyState
          title={t(data.words === 0 ? 'noWords' : 'noWordsFit')}
          text={t(data.words === 0 ? 'noWordsText' : 'noWordsFitText')}
        />
      )}
    </>
  )
}

/** What the numbers are out of. */
function WordsCount({ frequency, length }: { readonly frequency: Frequency | null; readonly length: number }) {
  const t = useT('search')
  const format = useFormat()
  if (!frequency) return null
  const { interviewers, otherSpeakers } = frequency.leftOut
  return (
    <div className={styles['count']}>
      <p role="status">
        {t(length === 1 ? 'typesOfWords' : 'typesOfPhrases', {
          count: frequency.types,
          words: format.count(frequency.words),
          documents: t('documents', { count: frequency.documents }),
        })}
        {frequency.types > frequency.rows.length && ` · ${t('mostFrequent', { count: frequency.rows.length })}`}
      </p>
      {interviewers > 0 && <span>{t('wordsLeftOut.interviewers', { count: interviewers })}</span>}
      {otherSpeakers > 0 && <span>{t('wordsLeftOut.otherSpeakers', { count: otherSpeakers })}</span>}
      <span className={styles['keys']}>{t('wordKeys')}</span>
    </div>
  )
}

function narrowedTo(by: In<'frequency.count'>['input']['by'], key: Frequency['columns'][number]['key']) {
  if (by === 'village') return { villageIds: [typeof key === 'number' ? key : null] }
  if (by === 'document' && typeof key === 'number') return { documentIds: [key] }
  if (by === 'role' && typeof key === 'string') return { roles: [key] }
  if (by === 'respondent' && typeof key === 'string' && key.startsWith('case:'))
    return { respondentIds: [Number(key.slice(5))] }
  return {}
}

/** What words are counted in. */
const CONCERNED: ReadonlySet<TopicKind> = new Set(['text', 'cases', 'documents', 'study'])
