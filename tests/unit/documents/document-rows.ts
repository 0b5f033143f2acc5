import type { DocumentRow } from '../../../shared/contract/document.ts'

/** A transcript of the list, with as much of it as a test is about. */
export function row(id: number, name: string, more: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id,
    name,
    language: 'zh-CN',
    parallelOf: null,
    villageId: 1,
    village: '石坡',
    respondents: [],
    waveId: null,
    wave: null,
    interviewDate: null,
    length: 100,
    turns: 3,
    codings: [],
    states: [],
    studyCoderId: null,
    hiddenCoderIds: [],
    ...more,
  }
}
