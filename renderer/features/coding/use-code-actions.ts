import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Span } from '../../../shared/text/span.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import { announce } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { ProposedCoding, ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codingTarget, selectedPassage, useReading } from '../../reader/reading-state.ts'
import { codeTitle } from './code-names.ts'
import { rememberCodes } from './recent-codes.ts'
import { useCodebook } from './use-codebook.ts'
import { useCoders } from './use-coders.ts'

export interface CodeActions {
  /** Puts codes on a stretch, else on the selection, else on the sentence at the caret. */
  apply(codeIds: readonly number[], stretch?: Span): Promise<void>
  /** Makes a code at the top of the codebook and puts it there. */
  createAndApply(name: string, stretch?: Span): Promise<void>
  /** Takes codings off; only one's own can be. */
  unmark(codings: readonly CodingRow[]): Promise<void>
  /**
   * What "unmark" means where the caret is: the coding chosen in the margin, else one's own codings of exactly the
   * selected passage, else those at the caret.
   */
  unmarkable(): readonly CodingRow[]
}

/** Coding, from wherever it is asked for: a key, the code box, a drop, the codebook, the menu. */
export function useCodeActions(): CodeActions {
  const t = useT('coding')
  const language = useLanguage()
  const { byId } = useCodebook()
  const { currentId } = useCoders()
  const tell = useHostTell()

  function titles(codeIds: readonly number[], created: ReadonlyMap<number, string> = new Map()): string {
    const names = [...new Set(codeIds)].map((id) => {
      const code = byId.get(id)
      return code === undefined ? (created.get(id) ?? '') : codeTitle(code, language)
    })
    return new Intl.ListFormat(language, { type: 'unit' }).format(names)
  }

  function amount({ text, language: spoken }: OpenDocument, stretch: Span): string {
    const count = countWords(text, spoken, [stretch])
    return amountUnit(spoken) === 'characters' ? t('amount.characters', { count }) : t('amount.words', { count })
  }

  async function apply(
    codeIds: readonly number[],
    stretch?: Span,
    created?: ReadonlyMap<number, string>,
  ): Promise<void> {
    const state = useReading.getState()
    const { document, view, selection } = state
    const range = stretch ?? codingTarget(state)
    if (document === null || view === null || range === null) {
      announce(t('nothingToCode'))
      return
    }
    const group = codeIds.map((id) => byId.get(id)).find((code) => code?.codable === false)
    if (group !== undefined) {
      announce(t('notCodable', { code: codeTitle(group, language) }))
      return
    }
    // What was taken as the passage is shown as the selection, so that one sees it and can add another code.
    if (stretch === undefined && selectedPassage(state) === null && selection !== null) {
      view.select({ anchor: range.start, focus: range.end }, { scroll: false })
    }
    const withdraw = view.propose(currentId === null ? [] : newCodings(view, range, codeIds, currentId))
    const done = await tell('coding.apply', {
      documentId: document.id,
      revisionId: document.revisionId,
      range,
      codeIds: [...codeIds],
    })
    withdraw()
    if (done === null) return
    rememberCodes(codeIds)
    announce(t('coded', { amount: amount(document, range), codes: titles(codeIds, created) }))
  }

  return {
    apply: (codeIds, stretch) => apply(codeIds, stretch),
    async createAndApply(name, stretch) {
      const created = await tell('code.create', { parentId: null, name, language })
      if (created !== null) await apply([created.id], stretch, new Map([[created.id, name]]))
    },
    async unmark(codings) {
      if (codings.length === 0) {
        announce(t('nothingToUnmark'))
        return
      }
      const done = await tell('coding.remove', { ids: codings.map(({ id }) => id) })
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
