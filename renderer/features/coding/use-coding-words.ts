import { useMemo } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFramework } from '../episodes/use-episodes.ts'
import type { Attribute, CodingReferences } from './coding-attributes.ts'
import { actorName, ATTRIBUTES } from './coding-attributes.ts'

/** A coding's attributes in words of the interface language. */
export interface CodingWords {
  /** Of one attribute as it is; null where there is none. */
  valueOf(coding: CodingRow, attribute: Attribute): string | null
  /** Of all that set the coding apart from a plain one: `Negated`, `Actor: Township`. */
  partsOf(coding: CodingRow): { readonly attribute: Attribute; readonly words: string }[]
}

export function useCodingWords(): CodingWords {
  const t = useT('passages')
  const common = useT('common')
  const language = useLanguage()
  const framework = useFramework()
  const references = useCodingReferences()
  return useMemo(() => {
    function valueOf(coding: CodingRow, attribute: Attribute): string | null {
      switch (attribute) {
        case 'polarity':
          return common(`polarity.${coding.polarity}`)
        case 'evidence':
          return common(`evidence.${coding.evidence}`)
        case 'certainty':
          return coding.certainty === null ? null : t(`certaintyOf.${coding.certainty as 1 | 2 | 3}`)
        case 'actor':
          return coding.actor === null ? null : actorName(coding.actor, framework, language)
        case 'referent':
          return coding.referentCaseId === null ? null : (references.villages.get(coding.referentCaseId) ?? '')
        case 'affair':
          return coding.affairId === null ? null : (references.affairs.get(coding.affairId) ?? '')
        case 'eventTime':
          return coding.eventTime
      }
    }
    return {
      valueOf,
      partsOf: (coding) =>
        ATTRIBUTES.flatMap((attribute) => {
          const value = valueOf(coding, attribute)
          if (value === null || (attribute === 'polarity' && coding.polarity === 'affirmed')) return []
          if (attribute === 'evidence' && coding.evidence === 'self') return []
          const speaksForItself = attribute === 'polarity' || attribute === 'evidence'
          const words = speaksForItself ? value : t('attributeValue', { name: t(`attribute.${attribute}`), value })
          return [{ attribute, words }]
        }),
    }
  }, [t, common, language, framework, references])
}

/** Names of the villages and affairs that codings may refer to. */
export function useCodingReferences(): CodingReferences {
  const { data } = useHostQuery('coding.references', {})
  return useMemo(() => {
    const named = (rows: readonly { id: number; name: string }[] = []) =>
      new Map(rows.map(({ id, name }) => [id, name]))
    return { villages: named(data?.villages), affairs: named(data?.affairs) }
  }, [data])
}
