import type { ReactNode } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { CodingInside, EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { Select } from '../../ui/Select.tsx'
import { codeName, codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './EpisodeReading.module.css'
import { categoryName, dimensionWords, reasonNames } from './episode-words.ts'
import type { DimensionWords } from './episode-words.ts'
import { useStanding } from './use-standing.ts'

export interface EpisodeReadingProps {
  readonly episode: EpisodeRow
  readonly framework: Framework
  readonly isOwn: boolean
  readonly onShow: (coding: CodingInside) => void
  readonly onDecide: (dimension: string, codeId: number | null) => void
}

const UNDECIDED = 0

/** What the framework makes of an episode: its cell, or why it has none, and the codings that say so. */
export function EpisodeReading({ episode, framework, isOwn, onShow, onDecide }: EpisodeReadingProps) {
  const t = useT('episodes')
  const causes = useT('profiles')
  const language = useLanguage()
  const standing = useStanding(framework)
  const { byId } = useCodebook()
  const reasons = reasonNames(episode, framework, language)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (
    <div className={styles['reading']}>
      <p className={styles['standing']} data-status={episode.status}>
        {standing(episode)}
      </p>
      <dl className={styles['dimensions']}>
        {dimensionWords(episode, framework, language).map((words) => (
          <div key={words.row.id}>
            <dt>{words.name}</dt>
            <dd>
              <span className={words.category === null ? styles['none'] : ''}>
                {words.category ?? (words.present.length === 0 ? t('reading.none') : list.format(words.present))}
              </span>
              <Evidence codings={words.row.present.flatMap(({ codings }) => codings)} onShow={onShow} />
              <Decision words={words} framework={framework} isOwn={isOwn} onDecide={onDecide} />
            </dd>
          </div>
        ))}
        {reasons.length > 0 && (
          <div>
            <dt>{t('reading.reason')}</dt>
            <dd>{list.format(reasons)}</dd>
          </div>
        )}
        {episode.excluded.length > 0 && (
          <div>
            <dt>{t('reading.excluded')}</dt>
            <dd>
              {episode.excluded.map((coding) => (
                <Passage key={coding.id} code={byId.get(coding.codeId)} coding={coding} onShow={onShow}>
                  <span className={styles['cause']}>
                    {list.format(coding.causes.map((cause) => causes(`cause.${cause as 'hearsay'}`)))}
                  </span>
                </Passage>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** The codes that say so, each with how often; one opens its first passage. */
function Evidence({
  codings,
  onShow,
}: { readonly codings: readonly CodingInside[] } & Pick<EpisodeReadingProps, 'onShow'>) {
  const { byId } = useCodebook()
  return [...Map.groupBy(codings, ({ codeId }) => codeId)].map(([codeId, rows]) => (
    <Passage key={codeId} code={byId.get(codeId)} coding={rows[0]} onShow={onShow}>
      {rows.length > 1 && <span className={styles['count']}>{rows.length}</span>}
    </Passage>
  ))
}

interface PassageProps extends Pick<EpisodeReadingProps, 'onShow'> {
  readonly code: CodeRow | undefined
  readonly coding: CodingInside | undefined
  readonly children?: ReactNode
}

function Passage({ code, coding, onShow, children }: PassageProps) {
  const language = useLanguage()
  if (code === undefined || coding === undefined) return null
  return (
    <button
      type="button"
      className={styles['passage']}
      onClick={() => {
        onShow(coding)
      }}
    >
      <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
      {children}
    </button>
  )
}

interface DecisionProps extends Pick<EpisodeReadingProps, 'framework' | 'isOwn' | 'onDecide'> {
  readonly words: DimensionWords
}

/** Several categories in one dimension: the coder may decide between them by one of the codes, which is logged. */
function Decision({ words: { row, name }, framework, isOwn, onDecide }: DecisionProps) {
  const t = useT('episodes')
  const language = useLanguage()
  const { byId } = useCodebook()
  const dimension = framework.dimensions.find(({ id }) => id === row.id)
  if (dimension === undefined || (row.present.length < 2 && row.primary === null)) return null
  const chosen = row.primary?.codeId ?? null
  const titleOf = (codeId: number): string => {
    const code = byId.get(codeId)
    return code === undefined ? '' : codeTitle(code, language)
  }
  if (!isOwn)
    return chosen === null ? null : (
      <span className={styles['cause']}>{t('reading.decidedFor', { code: titleOf(chosen) })}</span>
    )
  const offered = new Map(
    row.present.flatMap(({ categoryId, codings }) => codings.map(({ codeId }) => [codeId, categoryId] as const)),
  )
  if (chosen !== null && !offered.has(chosen)) offered.set(chosen, row.categoryId ?? '')
  return (
    <Select
      label={t('reading.decide', { dimension: name })}
      isLabelHidden
      isQuiet
      className={styles['decision'] ?? ''}
      options={[
        { value: UNDECIDED, label: t('reading.undecided') },
        ...[...offered].map(([codeId, categoryId]) => ({
          value: codeId,
          label: t('reading.decidedFor', { code: titleOf(codeId) }),
          description: categoryName(dimension, categoryId, language),
        })),
      ]}
      value={chosen ?? UNDECIDED}
      onChange={(codeId) => {
        onDecide(row.id, codeId === UNDECIDED ? null : codeId)
      }}
    />
  )
}
