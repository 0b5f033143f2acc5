import { useMemo, useState } from 'react'
import type { ProfileOutput } from '../../../shared/contract/profile.ts'
import { useHostQuery } from '../../app/host.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Comparison } from './Comparison.tsx'
import { profileWords, ProfilesContext } from './profiles-context.ts'
import styles from './Profiles.module.css'
import { ProfilesToolbar } from './ProfilesToolbar.tsx'
import type { UnitChoice } from './ProfilesToolbar.tsx'
import { SharesChart } from './SharesChart.tsx'
import { theoryIn } from './theory.ts'
import activity from '../../ui/Activity.module.css'

const UNIT = studyState<UnitChoice>('framework')

/** What the interviews of each village and wave add up to, side by side. Every number opens its quotations. */
export function Profiles() {
  const t = useT('profiles')
  const common = useT('common')
  const [unit, setUnit] = useStudyState(UNIT)
  const layer = useView((state) => state.layer)
  const version = useView((state) => state.version)
  const { data, error } = useHostQuery(
    'profile.compute',
    { unit: unit === 'framework' ? null : unit, layer, version },
    { keepPrevious: true },
  )
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      {error && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {!data && !error && <p className={styles['calm']}>{common('loading')}</p>}
      {data && data.framework === null && <EmptyState title={t('noFramework')} text={t('noFrameworkText')} />}
      {data?.framework && (
        <>
          <ProfilesToolbar unit={unit} onUnit={setUnit} output={data} />
          <Computed output={data} />
        </>
      )}
    </div>
  )
}

function Computed({ output }: { readonly output: ProfileOutput }) {
  const t = useT('profiles')
  const language = useLanguage()
  const waveName = useWaveName()
  const [box, setBox] = useState<HTMLElement | null>(null)
  const { framework, result } = output
  const theory = useMemo(() => framework && theoryIn(framework, language), [framework, language])
  const words = theory && profileWords(theory, output, waveName)
  if (!words || !result || result.profiles.length === 0) {
    return <EmptyState title={t('noVillages')} text={t('noVillagesText')} />
  }
  return (
    <ProfilesContext value={words}>
      <div ref={setBox} className={styles['scroll']}>
        <SharesChart profiles={result.profiles} box={box} />
        <Comparison profiles={result.profiles} />
      </div>
    </ProfilesContext>
  )
}
