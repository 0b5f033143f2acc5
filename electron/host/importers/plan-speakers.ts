import type { ImportDecision } from '../../../shared/contract/transfer.ts'
import type { RecognisedSpeaker, TranscriptHeader } from '../../../shared/text/transcript/types.ts'
import { asName } from './names.ts'
import type { SpeakerPlan } from './plan-documents.ts'
import type { TranscriptFacts } from './read-transcript.ts'

/**
 * Who speaks in a document: as recognised, or as the user decided, label by label. A respondent of the header who is
 * none of the voices is named all the same: the interview is theirs.
 */
export function planSpeakers(
  { header, speakers }: TranscriptFacts,
  decision: ImportDecision | undefined,
): SpeakerPlan[] {
  const decisions = new Map(decision?.speakers?.map((speaker) => [speaker.label, speaker]))
  const voices = speakers.map((speaker): SpeakerPlan => {
    const decided = decisions.get(speaker.label)
    const { label, turns } = speaker
    if (decided === undefined) return { label, turns, name: asName(label) ?? label, ...recognised(speaker, header) }
    const { name, kind, respondent, role } = decided
    return { label, turns, name: name ?? asName(label) ?? label, kind, respondent, role }
  })
  const silent = asName(header?.respondent)
  if (silent === null || voices.some(({ respondent }) => respondent !== null)) return voices
  const decided = decisions.get(silent)
  if (decided?.ignored === true) return voices
  return [
    ...voices,
    {
      label: silent,
      name: decided?.name ?? silent,
      kind: decided?.kind ?? 'respondent',
      respondent: decided === undefined ? silent : decided.respondent,
      role: decided === undefined ? asName(header?.role) : decided.role,
      turns: 0,
    },
  ]
}

/** A label that only says "respondent" names nobody; any other is taken for the person's name. */
function recognised(
  { label, kind, evidence, respondent }: RecognisedSpeaker,
  header: TranscriptHeader | null,
): Pick<SpeakerPlan, 'kind' | 'respondent' | 'role'> {
  if (kind !== 'respondent') return { kind, respondent: null, role: null }
  const person = asName(respondent) ?? (evidence === 'label' ? null : asName(label))
  const isHeaders = respondent !== null && respondent === header?.respondent
  return { kind, respondent: person, role: isHeaders ? asName(header.role) : null }
}
