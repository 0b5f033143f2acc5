import type { ReadableDb } from '../database/db.ts'
import type { ComparedDocument } from './compared-document.ts'
import { agreedContent, certaintiesIn, consensusRows, textOfCoding, textOfEpisode } from './consensus-content.ts'
import { Guids } from './guids.ts'
import { unwritten } from './unwritten.ts'

/** Whether the consensus is not what both agree on and what was decided. */
export function isBehind(db: ReadableDb, compared: ComparedDocument, consensusId: number): boolean {
  const present = consensusRows(db, compared.documentId, consensusId)
  if (unwritten(compared, present, certaintiesIn(db, compared.documentId), new Guids(db)).length > 0) return true
  const { codings, episodes } = present
  const isDecided = ({ decisionId }: { decisionId: number | null }) => decisionId !== null
  const agreed = agreedContent(db, compared, {
    codings: codings.filter(isDecided),
    episodes: episodes.filter(isDecided),
  })
  const sorted = (texts: string[]) => texts.sort().join('\n')
  return (
    sorted(agreed.codings.map(textOfCoding)) !== sorted(codings.filter((row) => !isDecided(row)).map(textOfCoding)) ||
    sorted(agreed.episodes.map(textOfEpisode)) !== sorted(episodes.filter((row) => !isDecided(row)).map(textOfEpisode))
  )
}
