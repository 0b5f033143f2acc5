import { comparedDocuments, type ComparedRow } from '../../../electron/host/disagreement/compared-document.ts'
import { pairOf } from '../../../electron/host/disagreement/scope.ts'
import { verdictsOn } from '../../../electron/host/disagreement/verdicts.ts'
import type { In, Name } from '../../../shared/contract/contract.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { TestHost } from '../open-host.ts'

/** One command that fits the study as it is now: numbers pick among what is there. */
export interface Step {
  readonly coder: number
  readonly what: number
  readonly picks: readonly number[]
}

export interface Call {
  readonly name: Name
  readonly input: unknown
}

/** A call with its input checked against the contract. */
function to<N extends Name>(name: N, input: In<N>): Call {
  return { name, input }
}
type Maker = (host: TestHost, pick: Picker) => Call | null

interface Picker {
  id(table: string): number | null
  number(below: number): number
}

const COLOURS = ['#aa0000', '#00aa00', '#0000aa']

const makers: readonly Maker[] = [
  applyCoding,
  applyCoding,
  applyCoding,
  (_, pick) => withId(pick.id('coding'), (id) => to('coding.remove', { ids: [id] })),
  (_, pick) =>
    withId(pick.id('coding'), (id) => to('coding.setAttributes', { ids: [id], certainty: 1 + pick.number(3) })),
  (_, pick) => withId(pick.id('coding'), (id) => to('coding.resize', { id, range: rangeOf(pick) })),
  (_, pick) => to('code.create', { parentId: pick.id('code'), name: `Code ${pick.number(100)}`, language: 'en' }),
  (_, pick) => withId(pick.id('code'), (id) => to('code.update', { id, colour: COLOURS[pick.number(3)] ?? '#aa0000' })),
  (_, pick) => withId(pick.id('code'), (id) => to('code.update', { id, label: `L${pick.number(4)}` })),
  (_, pick) =>
    withId(pick.id('code'), (id) => to('code.setText', { id, language: 'zh-CN', name: `编码${pick.number(9)}` })),
  (_, pick) => withId(pick.id('code'), (id) => to('code.move', { ids: [id], parentId: pick.id('code'), position: 0 })),
  (_, pick) => withId(pick.id('code'), (id) => to('code.delete', { ids: [id] })),
  (host, pick) =>
    withDocument(host, pick, (documentId, revisionId) =>
      to('episode.create', {
        documentId,
        revisionId,
        range: rangeOf(pick),
        affair: pick.number(2) === 0 ? null : `Affair ${pick.number(3)}`,
      }),
    ),
  (_, pick) =>
    withId(pick.id('episode'), (id) =>
      to('episode.update', { id, affair: `Affair ${pick.number(3)}`, eventTime: '2023' }),
    ),
  (_, pick) => withId(pick.id('episode'), (id) => to('episode.remove', { ids: [id] })),
  (_, pick) =>
    withId(pick.id('document'), (id) =>
      to('document.update', {
        id,
        village: `Village ${pick.number(3)}`,
        wave: pick.number(2) === 0 ? null : `Wave ${pick.number(2)}`,
      }),
    ),
  (_, pick) =>
    withId(pick.id('document'), (id) =>
      to('document.setState', {
        ids: [id],
        state: ([null, 'in_progress', 'finished'] as const)[pick.number(3)] ?? null,
      }),
    ),
  (_, pick) => withId(pick.id('document'), (id) => to('document.delete', { ids: [id] })),
  (_, pick) =>
    withId(pick.id('speaker'), (id) =>
      to('speaker.update', {
        id,
        respondent: `Person ${pick.number(3)}`,
        role: pick.number(2) === 0 ? null : 'neighbour',
      }),
    ),
  (_, pick) => withId(pick.id('case_unit'), (id) => to('case.update', { id, name: `Case ${pick.number(5)}` })),
  (_, pick) => to('study.rename', { name: `Study ${pick.number(3)}` }),
  (host, pick) => ofDisagreement(host, pick, decideOn),
  (host, pick) => ofDisagreement(host, pick, decideOn),
  (host, pick) =>
    ofDisagreement(host, pick, (coderIds, { key }) => to('disagreement.reopen', { coderIds, keys: [key] })),
  (host, pick) =>
    withPair(host, pick, (coderIds) =>
      withId(pick.id('document'), (id) =>
        to('disagreement.finish', { coderIds, documentIds: [id], finished: pick.number(3) > 0 }),
      ),
    ),
  correctText,
  correctText,
  restoreText,
  () => to('history.undo', {}),
  () => to('history.undo', {}),
  () => to('history.redo', {}),
]

/** The call that a step means in the study as it is; null where there is nothing to do it to. */
export function callOf(host: TestHost, step: Step): Call | null {
  const picks = [...step.picks]
  const next = (below: number): number => (picks.shift() ?? 0) % below
  const make = makers[step.what % makers.length]
  return (
    make?.(host, {
      number: next,
      id(table) {
        const ids = host.study.db.pluckAll<number>(`SELECT id FROM ${table} ORDER BY id`)
        return ids.length === 0 ? null : (ids[next(ids.length)] ?? null)
      },
    }) ?? null
  )
}

function applyCoding(host: TestHost, pick: Picker): Call | null {
  const codeId = pick.id('code')
  if (codeId === null) return null
  return withDocument(host, pick, (documentId, revisionId) =>
    to('coding.apply', { documentId, revisionId, range: rangeOf(pick), codeIds: [codeId] }),
  )
}

const WORDS = ['', '改', '改了😀话', ' corrected words ', '\n', '𠮷\n家']

/** Other words somewhere in the text; often refused, where it would reach into a label. */
function correctText(host: TestHost, pick: Picker): Call | null {
  return withDocument(host, pick, (documentId, revisionId) => {
    const { start } = rangeOf(pick)
    return to('correction.apply', {
      documentId,
      revisionId,
      range: { start, end: utf16(start + pick.number(9)) },
      text: WORDS[pick.number(WORDS.length)] ?? '',
      confirmLost: true,
    })
  })
}

function restoreText(host: TestHost, pick: Picker): Call | null {
  const revision = pick.id('document_revision')
  return withDocument(host, pick, (documentId, revisionId) =>
    to('correction.restore', { documentId, revisionId, to: revision ?? revisionId, confirmLost: true }),
  )
}

type Pair = In<'disagreement.decide'>['coderIds']

function withPair(host: TestHost, pick: Picker, make: (coderIds: Pair) => Call | null): Call | null {
  const ids = host.study.db.pluckAll<number>(`SELECT id FROM coder WHERE kind = 'person' ORDER BY id`)
  const a = ids[pick.number(Math.max(1, ids.length))]
  const b = ids.find((id) => id !== a)
  return a === undefined || b === undefined ? null : make([a, b])
}

/** Of any transcript, also of one that the two cannot be compared in: then it is refused. */
function ofDisagreement(
  host: TestHost,
  pick: Picker,
  make: (coderIds: Pair, row: ComparedRow, pick: Picker) => Call,
): Call | null {
  return withPair(host, pick, (coderIds) => {
    const { db, index } = host.study
    const documents = comparedDocuments(db, index, [...index.documents.keys()], pairOf(coderIds).pair)
    const rows = documents.flatMap((document) => document.rows)
    const row = rows[pick.number(Math.max(1, rows.length))]
    return row === undefined ? null : make(coderIds, row, pick)
  })
}

function decideOn(coderIds: Pair, row: ComparedRow, pick: Picker): Call {
  const verdicts = verdictsOn(row)
  const verdict = verdicts[pick.number(Math.max(1, verdicts.length))] ?? 'a'
  const attributesOf = (['a', 'b', undefined] as const)[pick.number(3)]
  return to('disagreement.decide', {
    coderIds,
    keys: [row.key],
    verdict,
    ...(attributesOf !== undefined && { attributesOf }),
    ...(verdict === 'span' && { range: rangeOf(pick), codeIds: [...row.codeIds] }),
  })
}

function rangeOf(pick: Picker): In<'coding.resize'>['range'] {
  const start = pick.number(80)
  return { start: utf16(start), end: utf16(start + 1 + pick.number(30)) }
}

function withId(id: number | null, make: (id: number) => Call): Call | null {
  return id === null ? null : make(id)
}

function withDocument(host: TestHost, pick: Picker, make: (id: number, revisionId: number) => Call): Call | null {
  return withId(pick.id('document'), (id) =>
    make(id, host.study.db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', id) ?? 0),
  )
}
