import { afterEach, expect, test } from 'vitest'
import type { Command } from '../../../renderer/app/commands.ts'
import {
  currentCommands,
  IN_THE_TEXT,
  keysOf,
  registerCommands,
  setCodeKeys,
  setCustomKeys,
} from '../../../renderer/app/commands.ts'
import { nativeMenu } from '../../../renderer/app/menu-plan.ts'

function command(id: string, keys: Command['keys'], within?: string): Command {
  const run = (): void => undefined
  return { id, label: id, menu: 'code', run, ...(keys === undefined ? {} : { keys }), ...(within ? { within } : {}) }
}

function keys(id: string): readonly string[] {
  const found = currentCommands().find((candidate) => candidate.id === id)
  return found === undefined ? [] : keysOf(found)
}

let withdraw = (): void => undefined
afterEach(() => {
  withdraw()
  setCustomKeys({})
  setCodeKeys([])
})

test('a command has the keys that the user gave it, whenever it is offered', () => {
  setCustomKeys({ 'code.box': ['F4'], 'code.look': [] })
  withdraw = registerCommands([command('code.box', ['Enter', '/']), command('code.look', 'Space')])
  expect(keys('code.box')).toEqual(['F4'])
  expect(keys('code.look')).toEqual([])
  setCustomKeys({})
  expect(keys('code.box')).toEqual(['Enter', '/'])
  expect(keys('code.look')).toEqual(['Space'])
})

test('menus show the user’s keys', () => {
  setCustomKeys({ 'code.box': ['Mod+Shift+E'] })
  withdraw = registerCommands([command('code.box', 'Enter')])
  const [menu] = nativeMenu(currentCommands(), () => '')
  expect(menu?.items).toMatchObject([{ commandId: 'code.box', accelerator: 'CmdOrCtrl+Shift+E' }])
})

test('in the text a code’s letter is no command’s; elsewhere and with modifiers it stays', () => {
  withdraw = registerCommands([command('episode.mark', ['E', 'Alt+E'], IN_THE_TEXT), command('other', ['E'])])
  setCodeKeys([{ key: 'e', code: 'M.E' }])
  expect(keys('episode.mark')).toEqual(['Alt+E'])
  expect(keys('other')).toEqual(['E'])
  setCodeKeys([])
  expect(keys('episode.mark')).toEqual(['E', 'Alt+E'])
})
