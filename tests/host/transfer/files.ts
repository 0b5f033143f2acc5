import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Out } from '../../../shared/contract/contract.ts'
import type { TestHost } from '../open-host.ts'

/** Writes a file into the host's folder and returns its ticket. */
export function fileIn(host: TestHost, name: string, content: string | Uint8Array): string {
  const path = join(host.folder, name)
  writeFileSync(path, content)
  return host.handle(path)
}

/** Imports one transcript and opens it; fails where it is refused. */
export async function importOne(
  host: TestHost,
  name: string,
  content: string | Uint8Array,
): Promise<Out<'document.open'> & { readonly name: string }> {
  const result = await host.call('import.documents', { handles: [fileIn(host, name, content)] })
  const [document] = result.imported
  if (document === undefined) throw new Error(`refused: ${JSON.stringify(result.failed)}`)
  return { ...(await host.call('document.open', { id: document.documentId })), name: document.name }
}

/** The code with which one file is refused. */
export async function refusalOf(host: TestHost, handle: string): Promise<string | undefined> {
  const { imported, failed } = await host.call('import.documents', { handles: [handle] })
  if (imported.length > 0) throw new Error('it was imported')
  return failed[0]?.error.code
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const PARTS = {
  '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
  '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`,
}

/** A .docx as Word writes it, around a body in WordprocessingML. `parts` adds or replaces files of the archive. */
export function docx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`
  const files = { ...PARTS, 'word/document.xml': document, ...parts }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 1 },
  )
}

/** A paragraph of WordprocessingML. */
export function paragraph(text: string, style?: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}
