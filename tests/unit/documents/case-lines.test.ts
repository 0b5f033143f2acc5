import { expect, test } from 'vitest'
import { caseLines } from '../../../renderer/features/documents/case-lines.ts'
import type { CaseRow } from '../../../shared/contract/document.ts'
import { row } from './document-rows.ts'

function unit(id: number, parentId: number | null, kind: string, name: string, documentIds: number[] = []): CaseRow {
  return { id, parentId, kind, name, role: kind === 'person' ? 'farmer' : null, documentIds, attributes: 0 }
}

const cases = [
  unit(1, null, 'village', '石坡', [10, 11]),
  unit(2, 1, 'household', '王家', [10]),
  unit(3, 2, 'person', '王桂英', [10]),
  unit(4, 1, 'person', '老李', [11]),
  unit(5, null, 'person', '外人'),
]
const documents = [row(10, 'SP-F2'), row(11, 'SP-F3')]

function outline(typed = '', toggled: number[] = []): string[] {
  return caseLines({ cases, documents, typed, toggled: new Set(toggled), compare: (a, b) => a.localeCompare(b) }).map(
    ({ level, row }) => `${'  '.repeat(level - 1)}${row.name}`,
  )
}

test('places stand open with their people, people closed over their interviews', () => {
  expect(outline()).toEqual(['石坡', '  王家', '    王桂英', '  老李', '外人'])
  expect(outline('', [2, 4])).toEqual(['石坡', '  王家', '  老李', '    SP-F3', '外人'])
})

test('a person is found by name, sound or role, with the places above', () => {
  expect(outline('wgy')).toEqual(['石坡', '  王家', '    王桂英'])
  expect(outline('老李')).toEqual(['石坡', '  老李'])
})

test('a place that is found keeps what is in it', () => {
  expect(outline('王家')).toEqual(['石坡', '  王家', '    王桂英'])
})
