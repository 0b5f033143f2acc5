import type { Rule } from 'eslint'
import { hasLetters } from './has-letters.ts'

/** Attributes whose value a person reads or hears. */
const READ_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'errorMessage',
  'label',
  'placeholder',
  'textValue',
  'title',
])

/** The few node fields this rule looks at; ESLint's own types do not describe JSX. */
interface LooseNode {
  type: string
  value?: unknown
  name?: { name?: unknown }
  expression?: LooseNode
  consequent?: LooseNode
  alternate?: LooseNode
  left?: LooseNode
  right?: LooseNode
  quasis?: { value: { cooked?: string | null } }[]
  parent?: LooseNode
}

function isLooseNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Whether an expression can come out as a text written in the source, through `?:`, `&&`, `||` and `??`. */
function yieldsText(node: LooseNode | undefined): boolean {
  if (!node) return false
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && hasLetters(node.value)
    case 'TemplateLiteral':
      return (node.quasis ?? []).some((quasi) => hasLetters(quasi.value.cooked ?? ''))
    case 'ConditionalExpression':
      return yieldsText(node.consequent) || yieldsText(node.alternate)
    case 'LogicalExpression':
      return yieldsText(node.left) || yieldsText(node.right)
    case 'JSXExpressionContainer':
      return yieldsText(node.expression)
    default:
      return false
  }
}

/** Every text on the screen exists in two languages, so none is written into JSX: it comes from the catalogues. */
export const noLiteralText: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'Text on the screen comes from the catalogues in renderer/i18n, not from JSX.' },
  },
  create(context) {
    function check(node: unknown): void {
      if (!isLooseNode(node)) return
      const isBad = node.type === 'JSXText' ? hasLetters(String(node.value)) : yieldsText(node)
      if (isBad) context.report({ node, messageId: 'literal' })
    }
    return {
      JSXText: check,
      'JSXElement > JSXExpressionContainer': check,
      'JSXFragment > JSXExpressionContainer': check,
      JSXAttribute(node: unknown) {
        if (isLooseNode(node) && READ_ATTRIBUTES.has(String(node.name?.name))) check(node.value)
      },
    }
  },
}
