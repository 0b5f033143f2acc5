import { Fragment } from 'react'
import type { ComponentType } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Help } from '../../ui/Help.tsx'
import { BasisSection } from './BasisSection.tsx'
import styles from './Comparison.module.css'
import { FlagsSection } from './FlagsSection.tsx'
import { GroupingsSection } from './GroupingsSection.tsx'
import { IndicesSection } from './IndicesSection.tsx'
import { MapSection } from './MapSection.tsx'
import { NegativeSection } from './NegativeSection.tsx'
import { useProfileWords } from './profiles-context.ts'
import { ReasonsSection } from './ReasonsSection.tsx'
import { SidesSection } from './SidesSection.tsx'
import type { Profile } from './theory.ts'
import { VerdictSection } from './VerdictSection.tsx'

export interface SectionProps {
  readonly profile: Profile
}

interface Section {
  readonly id: 'verdict' | 'map' | 'flags' | 'basis' | 'indices' | 'reasons' | 'sides' | 'groupings' | 'negative'
  readonly Component: ComponentType<SectionProps>
  /** Where no profile has it, it is left out. Absent: always there. */
  readonly has?: (profile: Profile) => boolean
}

/** What speaks against the pattern comes before what describes it further. */
const SECTIONS: readonly Section[] = [
  { id: 'verdict', Component: VerdictSection },
  { id: 'map', Component: MapSection },
  { id: 'flags', Component: FlagsSection },
  { id: 'basis', Component: BasisSection },
  { id: 'negative', Component: NegativeSection },
  { id: 'indices', Component: IndicesSection, has: (profile) => profile.indices.length > 0 },
  { id: 'reasons', Component: ReasonsSection, has: (profile) => profile.expectedReasons.length > 0 },
  { id: 'sides', Component: SidesSection, has: (profile) => profile.sides.length > 0 },
  { id: 'groupings', Component: GroupingsSection, has: (profile) => profile.groupings.length > 0 },
]

/** Villages (and waves) side by side, section by section, so that what is compared stands at one height. */
export function Comparison({ profiles }: { readonly profiles: readonly Profile[] }) {
  const t = useT('profiles')
  const words = useProfileWords()
  const sections = SECTIONS.filter(({ has }) => has === undefined || profiles.some(has))
  return (
    <div
      className={styles['comparison']}
      style={{ gridTemplateColumns: `repeat(${profiles.length}, minmax(312px, 440px))` }}
    >
      {profiles.map((profile) => (
        <Heading key={`${profile.villageId} ${String(profile.waveId)}`} profile={profile} />
      ))}
      {sections.map(({ id, Component }) => (
        <Fragment key={id}>
          <div className={styles['band']}>
            <h3 className={styles['title']}>
              {t(`section.${id}`)}
              <Help label={t('helpAbout', { section: t(`section.${id}`) })}>
                {t(`help.${id}`)
                  .split('\n')
                  .map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
              </Help>
            </h3>
          </div>
          {profiles.map((profile) => (
            <section
              key={`${profile.villageId} ${String(profile.waveId)}`}
              aria-label={t('inVillage', { section: t(`section.${id}`), village: words.place(profile) })}
              className={styles['cell']}
            >
              <Component profile={profile} />
            </section>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

function Heading({ profile }: SectionProps) {
  const t = useT('profiles')
  const format = useFormat()
  const words = useProfileWords()
  return (
    <div className={styles['heading']}>
      <p className={styles['village']}>
        {words.village(profile.villageId)}
        <span className={styles['wave']}>{words.wave(profile.waveId) ?? t('noWave')}</span>
      </p>
      <p className={styles['unit']}>
        {t(`unitUsed.${profile.unit}`)} · {t('basis.transcripts')} {format.count(profile.documents.length)}
      </p>
    </div>
  )
}
