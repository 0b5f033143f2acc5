import { randomUUID } from 'node:crypto'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { insert } from '../../../electron/host/database/rows.ts'
import { UserError } from '../../../electron/host/errors.ts'
import type { Name } from '../../../shared/contract/contract.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import { quoteHash } from '../../../shared/text/quote.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'

/** Studies in which several people have coded, assigned, finished, reopened and undone at random. */

export const PEOPLE = ['Ana', 'Bo', 'Cy'] as const
/** Has never done anything in the study. */
export const STRANGER = 'Dee'

export interface Step {
  readonly person: number
  readonly what: number
  readonly picks: readonly number[]
}

type Act = (host: TestHost, pick: Picker) => Promise<unknown> | null

class Picker {
  readonly #host: TestHost
  readonly #picks: number[]

  constructor(host: TestHost, picks: readonly number[]) {
    this.#host = host
    this.#picks = [...picks]
  }

  number(below: number): number {
    return (this.#picks.shift() ?? 0) % below
  }

  of<T>(values: readonly T[]): T {
    return values[this.number(values.length)]!
  }

  /** The id of a row of all the study; 0 where there is none. */
  id(table: string, where = '1'): number {
    const ids = this.#host.study.db.pluckAll<number>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`)
    return ids.length === 0 ? 0 : this.of(ids)
  }

  mine(table: 'coding' | 'episode'): number {
    return this.id(table, `coder_id = ${me(this.#host)}`)
  }

  range(): Span {
    const start = this.number(80)
    return span(start, start + 1 + this.number(30))
  }
}

function me({ host, study }: TestHost): number {
  return study.coderOf(host.options.settings.value.coder) ?? 0
}

const STATES = [null, 'assigned', 'in_progress', 'finished', 'finished'] as const
const CODED = ['M.R', 'M.A', 'P.G', 'P.D', 'P.N'].map((label) => `'${label}'`).join(', ')

const apply: Act = (host, pick) => {
  const documentId = pick.id('document')
  return host.call('coding.apply', {
    documentId,
    revisionId: revisionOf(host, documentId),
    range: pick.range(),
    codeIds: [pick.id('code', `label IN (${CODED})`)],
  })
}

const draw: Act = (host, pick) => {
  const documentId = pick.id('document')
  return host.call('episode.create', {
    documentId,
    revisionId: revisionOf(host, documentId),
    range: pick.range(),
    affair: pick.of([null, '修路', '水渠']),
    eventTime: pick.of([null, '2019']),
  })
}

const note: Act = (host, pick) => {
  const kind = pick.of(['coding', 'coding', 'episode', 'document', 'document', 'code', 'case'] as const)
  const table = kind === 'case' ? 'case_unit' : kind
  return host.call('memo.save', {
    id: null,
    owner: { kind, id: pick.id(table) },
    day: null,
    title: pick.of(['', 'A thought']),
    body: plainMemoBody(`田野 ${pick.number(9)}`),
    base: null,
  })
}

const state: Act = (host, pick) =>
  host.call('document.setState', { ids: [pick.id('document')], state: pick.of(STATES) })

const acts: readonly Act[] = [
  ...Array.from({ length: 9 }, () => apply),
  ...Array.from({ length: 3 }, () => draw),
  ...Array.from({ length: 4 }, () => note),
  ...Array.from({ length: 6 }, () => state),
  (host, pick) =>
    host.call('assignment.set', {
      coderIds: [pick.id('coder', `kind = 'person'`)],
      documentIds: [pick.id('document')],
      state: pick.of(['assigned', null]),
    }),
  (host, pick) => host.call('coding.remove', { ids: [pick.mine('coding')] }),
  (host, pick) => host.call('coding.resize', { id: pick.mine('coding'), range: pick.range() }),
  (host, pick) =>
    host.call('coding.setAttributes', {
      ids: [pick.mine('coding')],
      actor: pick.of([null, '村干部', '承包商']),
      eventTime: pick.of([null, '2020']),
      affair: pick.of([null, '修路', '电站']),
      polarity: pick.of(['affirmed', 'negated']),
    }),
  (host, pick) =>
    host.call('episode.setPrimary', {
      id: pick.mine('episode'),
      dimension: 'participation',
      codeId: pick.id('code', `label IN ('P.G', 'P.D', 'P.N')`),
    }),
  (host, pick) => host.call('episode.remove', { ids: [pick.mine('episode')] }),
  (host, pick) => {
    const documentId = pick.id('document')
    const revisionId = revisionOf(host, documentId)
    const name = `Found ${pick.number(99)}`
    return host.call('coding.applyNew', {
      ...{ documentId, revisionId, range: pick.range(), codeIds: [], name, language: 'en', parentId: null },
    })
  },
  (host, pick) => host.call('code.redefine', { id: pick.id('code', `label IN (${CODED})`) }),
  (host, pick) => host.call('code.delete', { ids: [pick.id('code', 'label IS NULL')] }),
  (host, pick) =>
    host.call('code.merge', { ids: [pick.id('code', 'label IS NULL')], into: pick.id('code', `label IN (${CODED})`) }),
  (host, pick) => {
    const documentId = pick.id('document')
    const { start } = pick.range()
    return host.call('correction.apply', {
      documentId,
      revisionId: revisionOf(host, documentId),
      range: { start, end: utf16(start + pick.number(9)) },
      text: pick.of(['', '改', ' corrected ']),
      confirmLost: true,
    })
  },
  (host) => host.call('history.undo', {}),
  (host) => host.call('history.undo', {}),
  (host) => host.call('history.redo', {}),
  (host) => host.call('study.setBlind', { blind: false }),
  (host) => host.call('study.setBlind', { blind: true }),
  (host, pick) => Promise.resolve(adjudicate(host, pick)),
  (host, pick) => Promise.resolve(summarize(host, pick)),
  (host, pick) => Promise.resolve(disagreeOnReturn(host, pick)),
]

/** A study in which nothing has been coded yet, blind from the beginning. */
export async function openStudy(): Promise<TestHost> {
  const host = await openHost({ framework: 'mobilization-participation', coder: PEOPLE[0] })
  host.study.writable().exec('PRAGMA synchronous = OFF')
  for (const [index, name] of ['SP F5', 'SP F6', 'LW C1', 'LW F2'].entries()) {
    const id = seedTranscript(host, name)
    await host.call('document.update', { id, village: index < 2 ? '石坡' : '柳湾', wave: '2023' })
    const speaker = host.study.db.pluck<number>(
      `SELECT id FROM speaker WHERE document_id = ? AND kind = 'respondent'`,
      id,
    )
    await host.call('speaker.update', { id: speaker ?? 0, respondent: `P${index}`, role: 'villager' })
  }
  for (const name of PEOPLE)
    if (name !== PEOPLE[0]) await host.call('coder.add', { name, initials: name, colour: '#3f6fb5' })
  await host.call('study.setBlind', { blind: true })
  return host
}

/** Does a step as its person. Refusals are part of life. */
export async function act(host: TestHost, { person, what, picks }: Step): Promise<void> {
  host.signInAs(PEOPLE[person % PEOPLE.length]!)
  try {
    await acts[what % acts.length]!(host, new Picker(host, picks))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

function revisionOf({ study }: TestHost, documentId: number): number {
  return study.db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', documentId) ?? 0
}

/** Writes as the signed-in person what no single command writes. */
function write(host: TestHost, name: Name, rows: (db: ReturnType<TestHost['study']['writable']>) => void): void {
  const db = host.study.writable()
  const { operationId } = runOperation(db, { coderId: me(host), name, at: 5 }, () => {
    rows(db)
    return { value: null, label: { code: 'test', params: { secret: 'M.R' } } }
  })
  if (operationId !== null) host.host.announce(operationId, host.connection)
}

/** A passage of the consensus, with what was decided. */
function adjudicate(host: TestHost, pick: Picker): void {
  const documentId = pick.id('document')
  const text = host.study.index.texts.of(documentId)
  const passage = codableSpan(text, pick.range())
  if (passage === null) return
  const { start, end } = passage
  write(host, 'disagreement.decide', (db) => {
    const consensus =
      db.pluck<number>(`SELECT id FROM coder WHERE kind = 'consensus'`) ??
      insert(db, 'coder', { name: 'Consensus', initials: '=', colour: '#000000', kind: 'consensus' })
    const decision = insert(db, 'decision', {
      ...{ document_id: documentId, start, end, kind: 'missing', verdict: 'a', note: 'talked over', at: 5 },
      ...{ coder_a_id: pick.id('coder'), coder_b_id: pick.id('coder'), coder_id: me(host) },
    })
    insert(db, 'coding', {
      ...{ document_id: documentId, start, end, code_id: pick.id('code', `label IN (${CODED})`), coder_id: consensus },
      ...{
        polarity: 'affirmed',
        evidence: 'self',
        quote_hash: quoteHash(text.slice(start, end)),
        decision_id: decision,
        created_at: 5,
        modified_at: 5,
      },
    })
  })
}

function summarize(host: TestHost, pick: Picker): void {
  write(host, 'memo.save', (db) => {
    const coding = pick.mine('coding')
    const village = pick.id('case_unit', `kind = 'village'`)
    const summary = insert(db, 'summary', {
      ...{ case_id: village, code_id: null, category: 'x', body: '{}', plain: 'so it was', coder_id: me(host) },
      modified_at: 5,
    })
    if (coding !== 0) insert(db, 'summary_coding', { summary_id: summary, coding_id: coding })
  })
}

/** A conflict about a row that is there, or that has been deleted. */
function disagreeOnReturn(host: TestHost, pick: Picker): void {
  write(host, 'merge.apply', (db) => {
    const documentGuid = db.pluck<string>('SELECT guid FROM document WHERE id = ?', pick.id('document')) ?? ''
    const guid = db.pluck<string>('SELECT guid FROM coding WHERE id = ?', pick.id('coding'))
    const code = db.pluck<string>('SELECT guid FROM code WHERE id = ?', pick.id('code')) ?? ''
    const coder = pick.id('coder', `kind = 'person'`)
    const coderGuid = db.pluck<string>('SELECT guid FROM coder WHERE id = ?', coder) ?? ''
    insert(db, 'conflict', {
      ...{
        table_name: 'coding',
        row_guid: guid ?? randomUUID(),
        coder_id: coder,
        verdict: null,
        decided_by: null,
        at: 5,
      },
      theirs: JSON.stringify({
        row: {
          values: {
            ...{
              code_id: code,
              coder_id: coderGuid,
              polarity: 'negated',
              evidence: 'self',
              actor: null,
              event_time: null,
            },
            ...{ referent_case_id: null, affair_id: null, certainty: null, decision_id: null, created_at: 5 },
          },
          named: [],
        },
        ...{ place: [1, 4], revision: null, document_id: documentGuid },
      }),
    })
  })
}
