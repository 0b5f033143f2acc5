import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Span } from '../../../shared/text/span.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import { announce, explain } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { ProposedCoding, ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codingTarget, selectedPassage, useReading } from '../../reader/reading-state.ts'
import { codeTitle } from './code-names.ts'
import { inVivoName } from './in-vivo-name.ts'
import { codeNamed } from './match-codes.ts'
import { lastCodes, rememberCodes } from './recent-codes.ts'
import { awaitStored, storedIds } from './stored-ids.ts'
import { useCodebook } from './use-codebook.ts'
import { useCoders } from './use-coders.ts'

export interface CodeActions {
  /** Puts codes on a stretch, else on the selection, else on the sentence at the caret. */
  apply(codeIds: readonly number[], stretch?: Span): Promise<void>
  /**
   * Makes a code and puts it there, with others if need be: one step of undo. Returns its id; null where it could not be
   * made, or there is nothing to put it on.
   */
  applyNew(code: NewCode, withCodes?: readonly number[]): Promise<number | null>
  /** Makes a code named after the selected words and puts it on them; a code that has the name already is taken. */
  applyInVivo(): Promise<void>
  /** Puts the codes there that were applied together the last time. */
  applyLast(): Promise<void>
  /** Takes codings off; only one's own can be. */
  unmark(codings: readonly CodingRow[]): Promise<void>
  /**
   * What "unmark" means where the caret is: the coding chosen in the margin, else one's own codings of exactly the
   * selected passage, else those at the caret.
   */
  unmarkable(): readonly CodingRow[]
}

/** A code that is made on the way; `parentId` null: at the top of the codebook. */
export interface NewCode {
  readonly name: string
  readonly parentId: number | null
  /** BCP 47; absent: the interface's. */
  readonly language?: string
}

/** Coding, from wherever it is asked for: a key, the code box, a drop, the codebook, the menu. */
export function useCodeActions(): CodeActions {
  const t = useT('coding')
  const language = useLanguage()
  const { byId, index } = useCodebook()
  const { currentId } = useCoders()
  const tell = useHostTell()

  function titles(codeIds: readonly number[], created: ReadonlyMap<number, string> = new Map()): string {
    const names = [...new Set(codeIds)].map((id) => {
      const code = byId.get(id)
      return code === undefined ? (created.get(id) ?? '') : codeTitle(code, language)
    })
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  }

  function amount({ text, language: spoken }: OpenDocument, stretch: Span): string {
    const count = countWords(text, spoken, [stretch])
    return amountUnit(spoken) === 'characters' ? t('amount.characters', { count }) : t('amount.words', { count })
  }

  /** What the next coding goes to; says so where there is nothing. */
  function placeToCode(stretch?: Span) {
    const state = useReading.getState()
    const { document, view, selection } = state
    const range = stretch ?? codingTarget(state)
    if (document === null || view === null || range === null) {
      explain(t('nothingToCode'))
      return null
    }
    // What was taken as the passage is shown as the selection, so that one sees it and can add another code.
    if (stretch === undefined && selectedPassage(state) === null && selection !== null) {
      view.select({ anchor: range.start, focus: range.end }, { scroll: false })
    }
    return { document, view, range }
  }

  async function apply(codeIds: readonly number[], stretch?: Span): Promise<void> {
    const group = codeIds.map((id) => byId.get(id)).find((code) => code?.codable === false)
    if (group !== undefined) {
      explain(t('notCodable', { code: codeTitle(group, language) }))
      return
    }
    const place = placeToCode(stretch)
    if (place === null) return
    const { document, view, range } = place
    const withdraw = view.propose(currentId === null ? [] : newCodings(view, range, codeIds, currentId))
    const asked = tell('coding.apply', {
      documentId: document.id,
      revisionId: document.revisionId,
      range,
      codeIds: [...codeIds],
    })
    awaitStored(asked)
    const done = await asked
    withdraw()
    if (done === null) return
    rememberCodes(codeIds)
    announce(t('coded', { amount: amount(document, range), codes: titles(codeIds) }))
  }

  async function applyNew(code: NewCode, withCodes: readonly number[] = []): Promise<number | null> {
    const place = placeToCode()
    if (place === null) return null
    const { document, range } = place
    const made = await tell('coding.applyNew', {
      documentId: document.id,
      revisionId: document.revisionId,
      range,
      codeIds: [...withCodes],
      name: code.name,
      language: code.language ?? language,
      parentId: code.parentId,
    })
    if (made === null) return null
    rememberCodes([made.codeId, ...withCodes])
    const codes = titles([made.codeId, ...withCodes], new Map([[made.codeId, code.name]]))
    announce(t('coded', { amount: amount(document, range), codes }))
    return made.codeId
  }

  return {
    apply,
    applyNew,
    async applyInVivo() {
      const { document } = useReading.getState()
      const passage = selectedPassage(useReading.getState())
      const name =
        document === null || passage === null
          ? ''
          : inVivoName(document.text.slice(passage.start, passage.end), document.language)
      if (document === null || name === '') {
        explain(t('inVivo.nothing'))
        return
      }
      const known = codeNamed(index, name)
      if (known !== null) {
        await apply([known.id])
        return
      }
      const id = await applyNew({ name, parentId: null, language: document.language })
      if (id !== null) explain(t('inVivo.made', { name }))
    },
    async applyLast() {
      const last = lastCodes()
      const there = last.filter((id) => byId.has(id))
      if (there.length > 0) await apply(there)
      else explain(last.length === 0 ? t('last.none') : t('last.gone'))
    },
    async unmark(codings) {
      if (codings.length === 0) {
        explain(t('nothingToUnmark'))
        return
      }
      const ids = await storedIds(codings)
      if (ids.length === 0) return
      const done = await tell('coding.remove', { ids })
      if (done !== null) announce(t('unmarked', { codes: titles(codings.map(({ codeId }) => codeId)) }))
    },
    unmarkable() {
      const state = useReading.getState()
      if (state.chosen !== null) return [state.chosen]
      const own = state.here.filter(({ coderId }) => coderId === currentId)
      const passage = selectedPassage(state)
      if (passage === null) return own
      const exact = (state.view?.codingsIn(passage) ?? []).filter(
        ({ coderId, start, end }) => coderId === currentId && start === passage.start && end === passage.end,
      )
      return exact.length > 0 ? exact : own
    },
  }
}

/** Those of the codes that will be new codings: where one's own already touches the passage, the host extends it. */
function newCodings(view: ReaderView, range: Span, codeIds: readonly number[], coderId: number): ProposedCoding[] {
  const own = view.codingsIn(range).filter((coding) => coding.coderId === coderId)
  return [...new Set(codeIds)]
    .filter((codeId) => !own.some((coding) => coding.codeId === codeId))
    .map((codeId) => ({ codeId, coderId, start: range.start, end: range.end }))
}
