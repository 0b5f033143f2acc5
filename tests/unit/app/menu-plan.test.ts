import { expect, test } from 'vitest'
import { currentCommands, registerCommands, runCommand } from '../../../renderer/app/commands.ts'
import type { Command } from '../../../renderer/app/commands.ts'
import { nativeMenu } from '../../../renderer/app/menu-plan.ts'

function command(id: string, more: Partial<Command> = {}): Command {
  return { id, menu: 'file', label: id, run: () => undefined, ...more }
}

test('menus come in their order, empty ones not at all, with a line between hundreds', () => {
  const commands = [
    command('undo', { menu: 'edit', keys: ['Mod+Z'], enabled: false }),
    command('open', { order: 10 }),
    command('import', { order: 100, checked: true }),
  ]
  expect(nativeMenu(commands, (menu) => menu.toUpperCase())).toEqual([
    {
      label: 'FILE',
      role: 'file',
      items: [
        { type: 'command', commandId: 'open', label: 'open', enabled: true },
        { type: 'separator' },
        { type: 'command', commandId: 'import', label: 'import', enabled: true, checked: true },
      ],
    },
    {
      label: 'EDIT',
      role: 'edit',
      items: [{ type: 'command', commandId: 'undo', label: 'undo', enabled: false, accelerator: 'CmdOrCtrl+Z' }],
    },
  ])
})

test('commands are offered in order of their place until they are withdrawn', () => {
  const withdraw = registerCommands([command('second', { order: 2 }), command('first', { order: 1 })])
  expect(currentCommands().map(({ id }) => id)).toEqual(['first', 'second'])
  withdraw()
  expect(currentCommands()).toEqual([])
})

test('of two commands with one id the later is run, and a disabled one is not', () => {
  const ran: string[] = []
  const withdrawals = [
    registerCommands([command('go', { run: () => ran.push('earlier') })]),
    registerCommands([command('go', { run: () => ran.push('later') })]),
    registerCommands([command('never', { enabled: false, run: () => ran.push('never') })]),
  ]
  expect(runCommand('go')).toBe(true)
  expect(runCommand('never')).toBe(false)
  expect(runCommand('unknown')).toBe(false)
  expect(ran).toEqual(['later'])
  for (const withdraw of withdrawals) withdraw()
})
