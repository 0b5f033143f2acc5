import { expect, test } from 'vitest'
import { treeMove, typedAhead } from '../../../renderer/ui/tree-keys.ts'

const lines = [
  { id: 'a', level: 1, isOpen: true },
  { id: 'a1', level: 2, isOpen: undefined },
  { id: 'a2', level: 2, isOpen: false },
  { id: 'b', level: 1, isOpen: false },
]
const move = (key: string, at: number) => treeMove(key, lines, at, 2)

test('arrows walk, pages leap, and the ends hold', () => {
  expect(move('ArrowDown', 0)).toEqual({ kind: 'move', to: 1 })
  expect(move('ArrowUp', 0)).toEqual({ kind: 'move', to: 0 })
  expect(move('PageDown', 2)).toEqual({ kind: 'move', to: 3 })
  expect(move('End', 0)).toEqual({ kind: 'move', to: 3 })
  expect(move('Home', 3)).toEqual({ kind: 'move', to: 0 })
  expect(move('x', 0)).toBeNull()
})

test('right opens, then goes in; left closes, then goes out', () => {
  expect(move('ArrowRight', 3)).toEqual({ kind: 'toggle', at: 3 })
  expect(move('ArrowRight', 0)).toEqual({ kind: 'move', to: 1 })
  expect(move('ArrowRight', 1)).toBeNull()
  expect(move('ArrowLeft', 0)).toEqual({ kind: 'toggle', at: 0 })
  expect(move('ArrowLeft', 2)).toEqual({ kind: 'move', to: 0 })
  expect(move('ArrowLeft', 3)).toBeNull()
})

test('a letter leads to the next line that begins with it, round the end; more letters keep the line', () => {
  const names = ['apple', 'bean', 'apricot', 'plum']
  const ahead = (at: number, typed: string) =>
    typedAhead(names.length, at, typed, (index) => names[index]!.startsWith(typed))
  expect(ahead(0, 'a')).toBe(2)
  expect(ahead(2, 'a')).toBe(0)
  expect(ahead(2, 'ap')).toBe(2)
  expect(ahead(2, 'app')).toBe(0)
  expect(ahead(0, 'z')).toBe(-1)
})
