import { forbiddenSplice } from '../../../shared/text/correctable.ts'
import { turnsOf } from '../index/turns.ts'
import { fail } from '../errors.ts'
import { MergedText } from './merged-texts.ts'
import { proposalKey, type MergeText } from './merge-plan.ts'
import type { MergeSide } from './merge-side.ts'
import type { KnownConflicts } from './stored-conflict.ts'

/** The texts of the documents that both files have. */
export class MergedTexts {
  readonly #ours: MergeSide
  readonly #theirs: MergeSide
  readonly #fileName: string
  readonly #texts = new Map<string, MergedText>()

  constructor(ours: MergeSide, theirs: MergeSide, fileName: string) {
    this.#ours = ours
    this.#theirs = theirs
    this.#fileName = fileName
  }

  /**
   * By guid of a document that is in both files. Throws `merge_unsound` where their text is not what their log made of ours:
   * then no place in it can be trusted.
   */
  of(document: string): MergedText {
    let text = this.#texts.get(document)
    if (text === undefined) {
      text = new MergedText(document, [this.#ours, this.#theirs])
      this.#refuseSwapped(document, text)
      this.#texts.set(document, text)
    }
    return text
  }

  #refuseSwapped(document: string, text: MergedText): void {
    const ours = this.#ours.revisionOf(document)
    const theirs = this.#theirs.revisionOf(document)
    if (ours === undefined || theirs === undefined) return
    const stored = this.#theirs.textOf(theirs)
    const expected = this.#ours.textOf(theirs) ?? text.path(ours, theirs).at(-1)?.after
    if (stored === undefined || stored !== expected) fail('merge_unsound', { file: this.#fileName, table: 'text' })
  }
}

/** The corrections of the other file. `accepted`: the keys of the proposals that are, or all of them. */
export function planTexts(
  ours: MergeSide,
  theirs: MergeSide,
  texts: MergedTexts,
  known: KnownConflicts,
  accepted: ReadonlySet<string> | 'all',
): MergeText[] {
  return theirs.correctedDocuments().flatMap((document): MergeText[] => {
    const documentId = ours.idOf('document', document)
    const from = ours.revisionOf(document)
    const to = theirs.revisionOf(document)
    if (documentId === undefined || from === undefined || to === undefined || from === to) return []
    const text = texts.of(document)
    const before = text.textOf(from)
    const after = text.textOf(to)
    if (before === after || text.comesFrom(from, to)) return []
    const splices = text.splices(from, to)
    const isClash = !text.comesFrom(to, from)
    const isBlocked = forbiddenSplice(before, turnsOf(ours.db, documentId), splices) !== null
    const made = theirs.db.get<{ coderId: number | null; at: number }>(
      'SELECT coder_id AS coderId, at FROM document_revision WHERE guid = ?',
      to,
    )
    const coderId = made?.coderId ?? null
    return [
      {
        document,
        documentId,
        revisionId: ours.idOf('document_revision', from) ?? 0,
        ours: from,
        theirs: to,
        before,
        after,
        splices,
        coder: coderId === null ? null : theirs.guidOf('coder', coderId),
        at: made?.at ?? 0,
        isClash,
        isKnown: isClash && known.hasText(document, to),
        isBlocked,
        isAccepted: !isClash && !isBlocked && (accepted === 'all' || accepted.has(proposalKey('text', document))),
      },
    ]
  })
}
