import type { Rule } from 'eslint'

const REPLACE = /\b(insert\s+or\s+replace|replace\s+into)\b/i

/**
 * SQLite's INSERT OR REPLACE removes the old row without firing its delete trigger, so the change log never hears of it
 * and undo cannot bring it back. An upsert (ON CONFLICT DO UPDATE) does the same work and is logged.
 */
export const noInsertOrReplace: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { replace: 'INSERT OR REPLACE escapes the change log: write INSERT ... ON CONFLICT DO UPDATE.' },
  },
  create(context) {
    function check(node: Rule.Node, text: unknown): void {
      if (typeof text === 'string' && REPLACE.test(text)) context.report({ node, messageId: 'replace' })
    }
    return {
      Literal(node) {
        check(node, node.value)
      },
      TemplateElement(node) {
        check(node, node.value.cooked)
      },
    }
  },
}
