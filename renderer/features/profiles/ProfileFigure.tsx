import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../evidence/Figure.tsx'
import { evidenceIn } from './profile-evidence.ts'
import { useProfileWords } from './profiles-context.ts'
import type { Profile, ProfileFigureData } from './theory.ts'

export interface ProfileFigureProps {
  readonly profile: Profile
  readonly figure: Pick<ProfileFigureData, 'value' | 'evidence'> &
    Partial<Pick<ProfileFigureData, 'numerator' | 'denominator'>>
  readonly kind: 'count' | 'share' | 'index' | 'difference'
  /** What it is, without the village, which is added. */
  readonly what: string
  /** What a ratio is out of. */
  readonly outOf?: 'episodes' | 'respondents' | 'mean'
  readonly reason?: string
  /** Around the number: `n {{count}}`. */
  readonly frame?: (value: string) => string
  readonly className?: string | undefined
}

/** A number of a profile with its quotations, and with what it is out of. */
export function ProfileFigure(props: ProfileFigureProps) {
  const { profile, figure, kind, what, outOf, reason, frame, className } = props
  const t = useT('profiles')
  const format = useFormat()
  const words = useProfileWords()
  const written = {
    count: format.countOrNull,
    share: format.shareOrNull,
    index: format.indexOrNull,
    difference: format.differenceOrNull,
  }[kind](figure.value)
  return (
    <Figure
      value={written === null || frame === undefined ? written : frame(written)}
      what={`${what} · ${words.place(profile)}`}
      evidence={evidenceIn(profile, figure.evidence)}
      detail={detail()}
      {...(reason === undefined ? {} : { reason })}
      {...(className === undefined ? {} : { className })}
    />
  )

  function detail(): string | undefined {
    const { numerator, denominator } = figure
    if (outOf === undefined || denominator == null || numerator == null) return undefined
    if (outOf === 'mean') return t('ofWhat.mean', { count: denominator })
    return t(`ofWhat.${outOf}`, { numerator: format.count(numerator), denominator: format.count(denominator) })
  }
}
