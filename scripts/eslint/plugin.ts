import type { ESLint } from 'eslint'
import { importOnlyIn } from './import-only-in.ts'
import { noFrameworkStrings } from './no-framework-strings.ts'
import { noInsertOrReplace } from './no-insert-or-replace.ts'
import { noLiteralText } from './no-literal-text.ts'
import { noRawIpc } from './no-raw-ipc.ts'

/** The rules of this house that no published plugin has. */
export const tianye: ESLint.Plugin = {
  meta: { name: 'tianye' },
  rules: {
    'import-only-in': importOnlyIn,
    'no-framework-strings': noFrameworkStrings,
    'no-insert-or-replace': noInsertOrReplace,
    'no-literal-text': noLiteralText,
    'no-raw-ipc': noRawIpc,
  },
}
