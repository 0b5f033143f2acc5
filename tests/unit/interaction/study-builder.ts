import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { resolveFramework } from '../../../shared/framework/resolve-framework.ts'
import type {
  Coding,
  ExplicitEpisode,
  InteractionInput,
  InterviewDocument,
  Respondent,
  Speaker,
  Turn,
} from '../../../shared/interaction/input.ts'
import { builtInFile, studyCodes } from '../framework/built-in.ts'

const file = builtInFile()
const codes = studyCodes(file)

/** Length of every turn made by the builder, label included; the label takes the first two. UTF-16. */
export const turnLength = 20

export const interviewer = 'I'

type Attributes = Partial<Pick<Coding, 'polarity' | 'evidence' | 'referentVillageId'>>

/** Builds the rows of a small study turn by turn. Respondents are named `C1`, `K1`, `F1`: the letter is the role. */
export class StudyBuilder {
  readonly framework: Framework
  readonly documents: InterviewDocument[] = []
  readonly respondents: Respondent[] = []
  readonly speakers: Speaker[] = []
  readonly turns: Turn[] = []
  readonly codings: Coding[] = []
  readonly episodes: ExplicitEpisode[] = []
  readonly #cases = new Map<string, number>()
  readonly #voices = new Map<string, number>()

  constructor(framework: Framework = file.framework) {
    this.framework = framework
  }

  codeId(label: string): number {
    const code = codes.find((candidate) => candidate.label === label)
    if (code === undefined) throw new Error(`no code ${label}`)
    return code.id
  }

  caseId(name: string): number {
    const id = this.#cases.get(name) ?? 100 + this.#cases.size
    if (!this.#cases.has(name)) {
      this.#cases.set(name, id)
      const roles: Record<string, string> = { C: 'cadre', K: 'Village committee', F: 'farmer' }
      this.respondents.push({ id, role: roles[name.charAt(0)] ?? null })
    }
    return id
  }

  document(villageId: number | null, waveId: number | null, respondents: string[]): number {
    const id = this.documents.length + 1
    this.documents.push({ id, villageId, waveId, respondents: respondents.map((name) => this.caseId(name)) })
    return id
  }

  /** Appends a turn; `who` is a respondent, `I` for the interviewer, or null for nobody known. Returns its span. */
  turn(documentId: number, who: string | null, kind: Speaker['kind'] = 'respondent'): { start: number; end: number } {
    const start = this.turns.filter((turn) => turn.documentId === documentId).length * turnLength
    const end = start + turnLength
    const speakerId = who === null ? null : this.#voice(documentId, who, kind)
    this.turns.push({ documentId, start, speechStart: start + 2, end, speakerId })
    return { start, end }
  }

  code(documentId: number, label: string, span: { start: number; end: number }, attributes: Attributes = {}): number {
    const id = this.codings.length + 1
    this.codings.push({
      ...{ id, documentId, start: span.start, end: span.end, codeId: this.codeId(label) },
      ...{ polarity: 'affirmed', evidence: 'self', referentVillageId: null },
      ...attributes,
    })
    return id
  }

  episode(documentId: number, span: { start: number; end: number }, primaries: Record<string, string> = {}): number {
    const id = this.episodes.length + 1
    this.episodes.push({
      ...{ id, documentId, start: span.start, end: span.end },
      primaries: Object.entries(primaries).map(([dimensionId, label]) => ({ dimensionId, codeId: this.codeId(label) })),
    })
    return id
  }

  /** One answer with its episode and the codes of the labels, all in it. */
  answer(documentId: number, who: string, labels: string[]): { start: number; end: number } {
    const span = this.turn(documentId, who)
    this.episode(documentId, span)
    for (const label of labels) this.code(documentId, label, { start: span.start + 4, end: span.end - 4 })
    return span
  }

  input(): InteractionInput {
    const { documents, respondents, speakers, turns, codings, episodes } = this
    const framework = resolveFramework(this.framework, codes).resolved
    return { framework, documents, respondents, speakers, turns, codings, episodes }
  }

  #voice(documentId: number, who: string, kind: Speaker['kind']): number {
    const key = `${documentId}/${who}`
    const id = this.#voices.get(key) ?? 500 + this.#voices.size
    if (!this.#voices.has(key)) {
      this.#voices.set(key, id)
      const isInterviewer = who === interviewer
      const isPerson = !isInterviewer && kind === 'respondent'
      this.speakers.push({
        ...{ id, role: null, caseId: isPerson ? this.caseId(who) : null },
        kind: isInterviewer ? 'interviewer' : kind,
      })
    }
    return id
  }
}

const firstLetter: Record<string, string> = { R: 'M.R', A: 'M.A' }
const secondLetter: Record<string, string> = { G: 'P.G', D: 'P.D' }

/**
 * Adds interviews from the notation of the answer key, one respondent a line: `F3 AN2(NW) RN1(NC)` is two episodes of
 * administrative mobilization without participation for lack of will, and one responsive for lack of capacity.
 */
export function addKey(study: StudyBuilder, villageId: number, waveId: number, key: string): void {
  for (const line of key.trim().split('\n')) {
    const [who = '', ...entries] = line.trim().split(/\s+/)
    const documentId = study.document(villageId, waveId, [who])
    for (const entry of entries) {
      const [, m = '', p = '', times = '', reason] = /^([RA])([GDN])(\d+)(?:\((N[CWU])\))?$/.exec(entry) ?? []
      if (times === '') throw new Error(`not an entry of the key: ${entry}`)
      const participation = secondLetter[p] ?? (reason === undefined ? 'P.N' : `P.${reason}`)
      for (let i = 0; i < Number(times); i++) {
        study.turn(documentId, interviewer)
        study.answer(documentId, who, [firstLetter[m] ?? '', participation])
      }
    }
  }
}
