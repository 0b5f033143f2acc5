import type { CodeRow } from '../../../shared/contract/code.ts'

/** A code with names: `code(1, 'R.A', { en: 'Asked first', 'zh-CN': '先问需求' })`. */
export function code(
  id: number,
  label: string | null,
  names: Record<string, string> = {},
  changes: Partial<CodeRow> = {},
): CodeRow {
  return {
    id,
    parentId: null,
    label,
    colour: '#336699',
    shortcut: null,
    codable: true,
    position: id,
    texts: Object.entries(names).map(([language, name]) => ({
      language,
      name,
      definition: '',
      include: '',
      exclude: '',
      example: '',
    })),
    ...changes,
  }
}
