import type { DocumentRow } from '../../../shared/contract/document.ts'
import { agreementSettingsSchema } from '../../../shared/contract/agreement-settings.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'

type Work = Pick<DocumentRow, 'states'>

/**
 * The two coders who share the most finished transcripts, and of those who share as many, the most begun ones; in the
 * order of `coderIds`, the earlier pair before the later. Where nobody shares any: the first two. Fewer than two coders
 * are given back as they are.
 */
export function pairToCompare(documents: readonly Work[], coderIds: readonly number[]): readonly number[] {
  let best: { readonly pair: readonly number[]; readonly finished: number; readonly begun: number } | null = null
  for (const [at, one] of coderIds.entries()) {
    for (const other of coderIds.slice(at + 1)) {
      const finished = documents.filter((row) => isAt(row, one, FINISHED) && isAt(row, other, FINISHED)).length
      const begun = documents.filter((row) => isAt(row, one, BEGUN) && isAt(row, other, BEGUN)).length
      const isBetter = best === null || finished > best.finished || (finished === best.finished && begun > best.begun)
      if (isBetter) best = { pair: [one, other], finished, begun }
    }
  }
  return best?.pair ?? coderIds
}

const FINISHED: ReadonlySet<string> = new Set(['finished'])
const BEGUN: ReadonlySet<string> = new Set(['finished', 'in_progress'])

function isAt({ states }: Work, coderId: number, among: ReadonlySet<string>): boolean {
  return states.some((own) => own.coderId === coderId && among.has(own.state))
}

/** What an analysis begins with. At least two coders. */
export function defaultSettings(
  documents: readonly Work[],
  coderIds: readonly number[],
  version: string,
): AgreementSettings {
  return agreementSettingsSchema.parse({ coderIds: pairToCompare(documents, coderIds), version })
}
