import type { Rule } from 'eslint'

/**
 * A message to the main process is trusted only after its sender was looked at, which the wrapper in
 * electron/main/ipc.ts does. Everywhere else the raw `ipcMain` is out of reach.
 */
export const noRawIpc: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { raw: 'Use the wrapper of electron/main/ipc.ts, which checks who sends; raw ipcMain stays there.' },
  },
  create(context) {
    function report(node: Rule.Node): void {
      context.report({ node, messageId: 'raw' })
    }
    return {
      'ImportSpecifier[imported.name="ipcMain"]': report,
      'MemberExpression[property.name="ipcMain"]': report,
      'MemberExpression[property.value="ipcMain"]': report,
      'VariableDeclarator Property[key.name="ipcMain"]': report,
    }
  },
}
