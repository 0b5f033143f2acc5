import type { Rule } from 'eslint'

/** Labels of the built-in codebook: a root letter, then dotted parts ("M.R", "P.NC", "E.R.+"). */
const LABEL = /^[MPISET](\.[A-Z0-9+±−-]{1,3})+$/u

/** Names of the built-in framework's dimensions, categories, roles and actors, in both languages. */
const NAMES = new Set([
  'administrative',
  'cadre',
  'farmer',
  'governance',
  'mobilization',
  'non-participation',
  'non_participation',
  'nonParticipation',
  'participation',
  'resident_cadre',
  'residentCadre',
  'responsive',
  'rights-defence',
  'rights_defence',
  'rightsDefence',
  'township',
  'village_committee',
  'villageCommittee',
  '不参与',
  '农民',
  '农民参与',
  '动员',
  '参与',
  '回应性动员',
  '干部',
  '干部动员',
  '治理性参与',
  '维权性参与',
  '行政性动员',
])

function isFrameworkString(text: string): boolean {
  const trimmed = text.trim()
  return NAMES.has(trimmed) || NAMES.has(trimmed.toLowerCase()) || LABEL.test(trimmed)
}

/**
 * The theory is data: the program knows dimensions, categories and sides, but not which ones. So no name of the
 * built-in framework may stand in the program as a string or as a property key.
 */
export const noFrameworkStrings: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      known:
        '"{{text}}" belongs to the built-in framework (resources/frameworks): read it from the study\'s framework.',
    },
  },
  create(context) {
    function check(node: Rule.Node, text: unknown): void {
      if (typeof text === 'string' && isFrameworkString(text)) {
        context.report({ node, messageId: 'known', data: { text: text.trim() } })
      }
    }
    return {
      Literal(node) {
        check(node, node.value)
      },
      TemplateElement(node) {
        check(node, node.value.cooked)
      },
      'Property > Identifier.key'(node: Rule.Node & { name: string }) {
        check(node, node.name)
      },
      JSXText(node: Rule.Node & { value: string }) {
        check(node, node.value)
      },
    }
  },
}
