import path from 'node:path'
import type { Rule } from 'eslint'

interface Restriction {
  /** The package, with all its sub-paths. */
  module: string
  /** Files, or folders ending in a slash, from the repository's root: the only places that may import it. */
  files: string[]
}

interface WithSource {
  source?: { value?: unknown } | null
}

/** Keeps a package behind one door: only the named files or folders may import it, types included. */
export const importOnlyIn: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: { module: { type: 'string' }, files: { type: 'array', items: { type: 'string' } } },
        required: ['module', 'files'],
        additionalProperties: false,
      },
    },
    messages: { elsewhere: '"{{module}}" is imported in {{files}} only.' },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const closed = (context.options as Restriction[]).filter(
      ({ files }) => !files.some((allowed) => (allowed.endsWith('/') ? file.startsWith(allowed) : file === allowed)),
    )
    function check(node: Rule.Node, source: unknown): void {
      const hit = closed.find(({ module }) => source === module || String(source).startsWith(`${module}/`))
      if (hit)
        context.report({ node, messageId: 'elsewhere', data: { module: hit.module, files: hit.files.join(', ') } })
    }
    function checkSource(node: Rule.Node & WithSource): void {
      check(node, node.source?.value)
    }
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      TSImportType: checkSource,
      'CallExpression[callee.name="require"]'(node: Rule.Node & { arguments: { value?: unknown }[] }) {
        check(node, node.arguments[0]?.value)
      },
    }
  },
}
