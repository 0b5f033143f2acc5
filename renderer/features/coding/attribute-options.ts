import type { Out } from '../../../shared/contract/contract.ts'
import { evidenceSchema, polaritySchema } from '../../../shared/contract/values.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { Attribute } from './coding-attributes.ts'
import { actorName, actorValue } from './coding-attributes.ts'
import type { AttributeChange } from './use-passage-actions.ts'

/** One thing an attribute can be. */
export interface AttributeOption {
  readonly key: string
  readonly label: string
  readonly change: AttributeChange
}

/** Words of the interface, by key below `coding.`. */
export interface AttributeWords {
  readonly polarity: (value: 'affirmed' | 'negated' | 'hypothetical') => string
  readonly evidence: (value: 'self' | 'other' | 'hearsay') => string
  readonly certainty: (value: 1 | 2 | 3) => string
  readonly none: string
}

export interface AttributeSource {
  readonly references: Out<'coding.references'>
  readonly used: Out<'coding.usedWords'>
  readonly framework: Framework | null
  readonly language: string
  readonly words: AttributeWords
}

/** Whether anything may be typed; else one of the options is chosen. */
export function isFree(attribute: Attribute): attribute is 'actor' | 'affair' | 'eventTime' {
  return attribute === 'actor' || attribute === 'affair' || attribute === 'eventTime'
}

/** Few enough to be chosen by digit without typing. */
export function isShort(attribute: Attribute): attribute is 'polarity' | 'evidence' | 'certainty' {
  return attribute === 'polarity' || attribute === 'evidence' || attribute === 'certainty'
}

/** What an attribute can be, in the order in which it is offered: "none" last where there are only a few, else first. */
export function attributeOptions(attribute: Attribute, source: AttributeSource): AttributeOption[] {
  const { references, used, framework, language, words } = source
  switch (attribute) {
    case 'polarity':
      return polaritySchema.options.map((value) => ({
        key: value,
        label: words.polarity(value),
        change: { polarity: value },
      }))
    case 'evidence':
      return evidenceSchema.options.map((value) => ({
        key: value,
        label: words.evidence(value),
        change: { evidence: value },
      }))
    case 'certainty':
      return [
        ...([1, 2, 3] as const).map((value) => ({
          key: String(value),
          label: words.certainty(value),
          change: { certainty: value },
        })),
        { key: '', label: words.none, change: { certainty: null } },
      ]
    case 'referent':
      return [
        { key: '', label: words.none, change: { referentCaseId: null } },
        ...references.villages.map(({ id, name }) => ({
          key: String(id),
          label: name,
          change: { referentCaseId: id },
        })),
      ]
    case 'actor': {
      const known = (framework?.actors ?? []).map(({ id }) => id)
      return [
        { key: '', label: words.none, change: { actor: null } },
        ...[...new Set([...known, ...used.actors])].map((actor) => ({
          key: actor,
          label: actorName(actor, framework, language),
          change: { actor },
        })),
      ]
    }
    case 'affair':
      return [
        { key: '', label: words.none, change: { affair: null } },
        ...references.affairs.map(({ name }) => ({ key: name, label: name, change: { affair: name } })),
      ]
    case 'eventTime':
      return [
        { key: '', label: words.none, change: { eventTime: null } },
        ...used.eventTimes.map((eventTime) => ({ key: eventTime, label: eventTime, change: { eventTime } })),
      ]
  }
}

/** The options whose words hold what is typed; all while nothing is. */
export function matchingOptions(options: readonly AttributeOption[], typed: string): AttributeOption[] {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' ? [...options] : options.filter(({ label }) => label.toLowerCase().includes(wanted))
}

/** What typing words and pressing Enter means where anything may be typed. */
export function typedChange(
  attribute: 'actor' | 'affair' | 'eventTime',
  typed: string,
  framework: Framework | null,
): AttributeChange {
  const words = typed.trim() === '' ? null : typed.trim()
  if (attribute === 'affair') return { affair: words }
  if (attribute === 'eventTime') return { eventTime: words }
  return { actor: words === null ? null : actorValue(words, framework) }
}
