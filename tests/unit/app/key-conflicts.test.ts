import { describe, expect, test } from 'vitest'
import type { KnownCommand } from '../../../renderer/app/commands.ts'
import { IN_THE_TEXT } from '../../../renderer/app/commands.ts'
import { conflictsOf } from '../../../renderer/app/key-conflicts.ts'

function known(id: string, keys: readonly string[], within?: string): KnownCommand {
  const command = { id, label: id, menu: 'code' as const, ...(within === undefined ? {} : { within }) }
  return { command, ownKeys: keys, keys }
}

const box = known('code.box', ['Enter', '/'], IN_THE_TEXT)
const undo = known('edit.undo', ['Mod+Z'])
const bold = known('memo.bold', ['Mod+B'], '.memo')
const all = [box, undo, bold]

describe('what else a key does', () => {
  test('a command that holds everywhere meets all others', () => {
    expect(conflictsOf('Mod+Z', box, all, [], 'linux')).toMatchObject([{ kind: 'command', other: undo }])
    expect(conflictsOf('Enter', undo, all, [], 'linux')).toMatchObject([{ other: box }])
    expect(conflictsOf('Mod+B', undo, all, [], 'linux')).toMatchObject([{ other: bold }])
  })

  test('commands of different places do not meet, and none meets itself', () => {
    expect(conflictsOf('Mod+B', box, all, [], 'linux')).toEqual([])
    expect(conflictsOf('Enter', box, all, [], 'linux')).toEqual([])
  })

  test('one key press has several spellings', () => {
    expect(conflictsOf('Ctrl+Z', box, all, [], 'linux')).toHaveLength(1)
    expect(conflictsOf('Ctrl+Z', box, all, [], 'mac')).toEqual([])
    const shifted = known('less', ['Shift+['], IN_THE_TEXT)
    expect(conflictsOf('{', box, [shifted], [], 'linux')).toHaveLength(1)
  })

  test('codes have letters and digits in the text, not elsewhere', () => {
    const codeKeys = [
      { key: 'e', code: 'P.N' },
      { key: 'e', code: 'P.D' },
    ]
    expect(conflictsOf('E', box, all, codeKeys, 'linux')).toEqual([
      { kind: 'code', keys: 'E', code: 'P.N' },
      { kind: 'code', keys: 'E', code: 'P.D' },
    ])
    expect(conflictsOf('Alt+E', box, all, codeKeys, 'linux')).toEqual([])
    expect(conflictsOf('E', bold, all, codeKeys, 'linux')).toEqual([])
  })
})
