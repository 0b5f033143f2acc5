import { memo } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import type { Coder } from '../coding/use-coders.ts'
import type { ListChoice } from './list-choice.ts'
import styles from './TranscriptLine.module.css'
import { StageMark } from './StageMark.tsx'
import { codingsIn, isAssigned, isHiddenIn, stageOf } from './work-progress.ts'

export interface TranscriptLineProps {
  readonly row: DocumentRow
  readonly grouping: ListChoice['grouping']
  readonly byCoder: boolean
  readonly layer: Layer
  /** The study's coders, oneself first. */
  readonly persons: readonly Coder[]
  /** Oneself; null before one's first change. */
  readonly coderId: number | null
}

/** One transcript: how far it is, its name, who speaks, when, how many passages the chosen layer has there. */
export const TranscriptLine = memo(function TranscriptLine(props: TranscriptLineProps) {
  const { row, grouping, layer } = props
  const t = useT('documents')
  const count = codingsIn(row, layer)
  const waveName = useWaveName()
  const roles = [...new Set(row.respondents.map((person) => person.role ?? person.name))].join(', ')
  const facts = [
    row.parallelOf === null ? roles : row.language,
    grouping === 'village' || row.parallelOf !== null ? null : row.village,
    grouping === 'wave' ? null : waveName(row.wave),
  ].filter(Boolean)
  const people = row.respondents.map((person) => person.name).join(', ')
  return (
    <>
      <Stages {...props} />
      <span className={styles['name']} lang={row.language} title={[row.name, people].filter(Boolean).join(' · ')}>
        {row.name}
      </span>
      {facts.length > 0 && <span className={styles['facts']}>{facts.join(' · ')}</span>}
      <span
        className={count === 0 ? styles['none'] : styles['coded']}
        title={count !== null ? t('coded', { count }) : isHiddenIn(row, layer) ? t('codedHidden') : undefined}
      >
        {count ?? '–'}
      </span>
    </>
  )
})

/** How far oneself is, or everyone; whose mark it is says the tooltip. */
function Stages({ row, byCoder, persons, coderId }: TranscriptLineProps) {
  const t = useT('documents')
  const shown: readonly (Coder | null)[] = byCoder ? persons : [persons.find(({ id }) => id === coderId) ?? null]
  const said = (coder: Coder | null): string => {
    const id = coder?.id ?? null
    const stage = t(isAssigned(row, id) ? 'stage.assigned' : `stage.${stageOf(row, id)}`)
    return coder === null || (persons.length < 2 && !byCoder)
      ? stage
      : t('stageOf', { initials: coder.initials, stage })
  }
  const everyone = (persons.length === 0 ? [null] : persons).map(said).join(' · ')
  return (
    <span className={styles['stages']} title={everyone}>
      {shown.map((coder) => (
        <span key={coder?.id ?? 0} className={coder === null || coder.id === coderId ? undefined : styles['other']}>
          <StageMark stage={stageOf(row, coder?.id ?? null)} isAssigned={isAssigned(row, coder?.id ?? null)} />
        </span>
      ))}
    </span>
  )
}
