import mammoth from 'mammoth'
import { UserError, fail } from '../errors.ts'
import { checkDocxZip, DOCX_LIMITS } from './docx-zip.ts'
import { docxLines, type DocxNode, type DocxText } from './docx-lines.ts'

/**
 * The text of a .docx: paragraphs as lines, headings marked, rows of tables as lines with tabs. No HTML is made. Deleted
 * text of tracked changes is left out, inserted text stays. Throws what `checkDocxZip` throws.
 */
export async function readDocx(bytes: Buffer, file: string, limits = DOCX_LIMITS): Promise<DocxText> {
  await checkDocxZip(bytes, file, limits)
  let document: DocxNode | null = null
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        // The tree is all that is wanted: what is converted afterwards is an empty one.
        transformDocument: (tree: DocxNode) => {
          document = tree
          return { ...tree, children: [] }
        },
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
      },
    )
  } catch (error) {
    if (error instanceof UserError) throw error
    fail('docx_damaged', { file })
  }
  return document === null ? fail('docx_damaged', { file }) : docxLines(document)
}
