import type { DrawRecord } from '../../../shared/contract/assignment.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'

/** A drawing in a sentence, ready for a methods section. */
export function useDrawSentence(): (record: DrawRecord) => string {
  const t = useT('assignments')
  const language = useLanguage()
  return ({ at, seed, amount, from, skipDouble, coders, interviews, candidates, strata }) => {
    const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn.length, 0)
    const list = new Intl.ListFormat(language, { type: 'conjunction' })
    return t('draw.sentence', {
      date: new Intl.DateTimeFormat('sv-SE').format(at),
      seed,
      drawn,
      candidates,
      asked: amount.kind === 'share' ? t('draw.asked.share', { percent: amount.percent }) : t('draw.asked.number'),
      notDrawable:
        candidates === interviews
          ? ''
          : t('draw.notDrawable', {
              count: interviews - candidates,
              interviews,
              why: [
                ...(from === 'finished' ? [t('draw.why.notFinished')] : []),
                ...(skipDouble ? [t('draw.why.double')] : []),
              ].join(t('draw.or')),
            }),
      strata: strata
        .map((stratum) =>
          t('draw.stratum', {
            village: stratum.village ?? t('noVillage'),
            drawn: stratum.drawn.length,
            candidates: stratum.candidates,
          }),
        )
        .join(language === 'zh-CN' ? '、' : ', '),
      coders: list.format(coders),
    })
  }
}
