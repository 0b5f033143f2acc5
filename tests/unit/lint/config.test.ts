import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()

/** The rules that stop a commit at this file. */
async function rulesFor(file: string): Promise<Set<string>> {
  const config = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, [number]> }
  return new Set(Object.keys(config.rules).filter((name) => config.rules[name]?.[0] === 2))
}

describe('the lint configuration', () => {
  it('keeps the theory, the driver and unlogged writes out of every area of the program', async () => {
    for (const file of ['shared/matrix/x.ts', 'electron/host/handlers/x.ts', 'renderer/features/matrix/x.tsx']) {
      expect([...(await rulesFor(file))], file).toEqual(
        expect.arrayContaining([
          'tianye/no-framework-strings',
          'tianye/import-only-in',
          'tianye/no-insert-or-replace',
          '@typescript-eslint/no-explicit-any',
          '@typescript-eslint/ban-ts-comment',
          '@typescript-eslint/no-floating-promises',
        ]),
      )
    }
  })

  it('asks for translated, accessible markup in the renderer', async () => {
    expect([...(await rulesFor('renderer/app/x.tsx'))]).toEqual(
      expect.arrayContaining(['tianye/no-literal-text', 'jsx-a11y/alt-text', 'react-hooks/rules-of-hooks']),
    )
  })

  it('allows raw messages to the main process in the one wrapper only', async () => {
    expect(await rulesFor('electron/main/ipc.ts')).not.toContain('tianye/no-raw-ipc')
    expect(await rulesFor('electron/main/menu.ts')).toContain('tianye/no-raw-ipc')
  })

  it('does not let a comment switch a rule off', async () => {
    const [result] = await eslint.lintText('/* eslint-disable no-console */\nconsole.log(1)\n', {
      filePath: 'scripts/eslint/has-letters.ts',
    })
    expect(result?.messages.map((message) => message.message).join()).toContain('noInlineConfig')
  })
})
