import './yauzl-types.ts'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { UserError, fail } from '../errors.ts'

/** Limits of one .docx. A transcript of 200,000 words has about 15 parts and 20 MB of XML. */
export interface DocxLimits {
  readonly entries: number
  /** Bytes of all XML parts together, unpacked. */
  readonly xmlBytes: number
}

export const DOCX_LIMITS: DocxLimits = { entries: 5000, xmlBytes: 128 * 1024 * 1024 }

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Makes sure that a .docx is safe to hand to its parser: a zip archive with a main document, no more than its limits
 * when unpacked (counted, not believed), and no DOCTYPE, which may define entities that grow without end.
 *
 * Throws `docx_not_zip`, `docx_encrypted`, `docx_old_format`, `docx_damaged`, `docx_too_large`, `docx_doctype`.
 */
export async function checkDocxZip(bytes: Buffer, file: string, limits = DOCX_LIMITS): Promise<void> {
  if (startsWith(bytes, OLE)) fail(isEncryptedContainer(bytes) ? 'docx_encrypted' : 'docx_old_format', { file })
  if (!startsWith(bytes, ZIP)) fail('docx_not_zip', { file })
  try {
    await checkEntries(await fromBufferPromise(bytes), file, limits)
  } catch (error) {
    if (error instanceof UserError) throw error
    fail('docx_damaged', { file })
  }
}

async function checkEntries(zip: ZipFile, file: string, limits: DocxLimits): Promise<void> {
  if (zip.entryCount > limits.entries) fail('docx_too_large', { file })
  let left = limits.xmlBytes
  let hasDocument = false
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) fail('docx_encrypted', { file })
    if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
    if (entry.uncompressedSize > left) fail('docx_too_large', { file })
    left -= await checkXml(zip, entry, file)
    hasDocument ||= /(^|\/)document\d*\.xml$/i.test(entry.fileName)
  }
  if (!hasDocument) fail('docx_damaged', { file })
}

/** Unpacks one part, keeping none of it. Returns its size in bytes. */
async function checkXml(zip: ZipFile, entry: Entry, file: string): Promise<number> {
  let size = 0
  let tail = ''
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length
    // Part names and declarations are ASCII; zeros between them would be UTF-16.
    const text = tail + chunk.toString('latin1').replaceAll('\0', '')
    if (text.includes('<!DOCTYPE')) fail('docx_doctype', { file })
    tail = text.slice(-16)
  }
  return size
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Office keeps a document with a password in a stream of this name inside the old container format. */
function isEncryptedContainer(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
