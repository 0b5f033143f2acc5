import type { ReactNode } from 'react'
import type { NamesOf, Out } from '../../../../shared/contract/contract.ts'
import type { TopicKind } from '../../../../shared/contract/topics.ts'
import type { HostJob } from '../../../app/host-job.ts'
import { sentenceOf, useT } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { classNames } from '../../../ui/class-names.ts'
import styles from './figures.module.css'

/** What figures of agreement are made from. */
export const AGREEMENT_CONCERNS: ReadonlySet<TopicKind> = new Set([
  'codings',
  'episodes',
  'codes',
  'documents',
  'text',
  'cases',
  'coders',
  'study',
])

export interface JobFrameProps<N extends NamesOf<'job'>> {
  readonly job: HostJob<N>
  /** Names what is in it. */
  readonly label: string
  readonly children: (data: Out<N>) => ReactNode
}

/** What a job answered: the last answer stays while the next one is worked out, and says so. */
export function JobFrame<N extends NamesOf<'job'>>({ job, label, children }: JobFrameProps<N>) {
  const t = useT('agreement')
  const { data, error, isRunning, progress } = job
  const isShown = data !== null && error === null
  return (
    <section aria-label={label} aria-busy={isRunning} className={styles['job']}>
      <div role="status" className="visually-hidden">
        {isRunning && isShown && t('figures.anew')}
      </div>
      {isRunning && !isShown && (
        <Progress label={t('figures.working')} done={progress?.done ?? 0} total={progress?.total ?? null} />
      )}
      {error && !isRunning && <EmptyState title={t('figures.refused')} text={sentenceOf('errors', error)} />}
      {isShown && <div className={classNames(styles['job'], isRunning && styles['stale'])}>{children(data)}</div>}
    </section>
  )
}
