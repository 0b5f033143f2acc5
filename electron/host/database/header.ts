import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail } from '../errors.ts'
import { APPLICATION_ID } from './schema.ts'

/**
 * The first 100 bytes of a study file, read without SQLite: whether it is a study, of which format, and whether all of
 * it is there. Never call this for a file that this process has open: closing the descriptor would drop SQLite's locks.
 */
const MAGIC = 'SQLite format 3\0'
const HEADER_LENGTH = 100

/**
 * The format of the study at `path`. Throws `file_vanished`, `not_a_study`, `study_newer` (found, supported),
 * `study_truncated`.
 */
export function readFormat(path: string, supported: number): number {
  const file = basename(path)
  const stat = statSync(path, { throwIfNoEntry: false }) ?? fail('file_vanished', { file })
  if (!stat.isFile()) fail('not_a_study', { file })
  const { header, length } = readHeader(path)
  if (header.length < HEADER_LENGTH || header.toString('latin1', 0, 16) !== MAGIC) fail('not_a_study', { file })
  if (header.readUInt32BE(68) !== APPLICATION_ID) fail('not_a_study', { file })
  const format = header.readUInt32BE(60)
  if (format > supported) fail('study_newer', { file, found: format, supported })
  if (format < 1) fail('not_a_study', { file })
  if (isCutShort(path, header, length)) fail('study_truncated', { file })
  return format
}

function readHeader(path: string): { header: Buffer; length: number } {
  const descriptor = openSync(path, 'r')
  try {
    const header = Buffer.alloc(HEADER_LENGTH)
    const read = readSync(descriptor, header, 0, HEADER_LENGTH, 0)
    return { header: header.subarray(0, read), length: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Fewer bytes than pages. Where a crash left a log beside the file, the missing pages may be in it: a checkpoint writes
 * the first page, with the new count, before the last; then `quick_check` decides.
 */
function isCutShort(path: string, header: Buffer, length: number): boolean {
  if (hasBytes(`${path}-wal`) || hasBytes(`${path}-journal`)) return false
  const stored = header.readUInt16BE(16)
  const pageSize = stored === 1 ? 65_536 : stored
  return length < header.readUInt32BE(28) * pageSize
}

export function hasBytes(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
}
