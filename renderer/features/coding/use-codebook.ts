import { useMemo } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useHostQuery } from '../../app/host.ts'
import type { CodeIndex } from './match-codes.ts'
import { indexCodes } from './match-codes.ts'

export interface Codebook {
  readonly codes: readonly CodeRow[]
  readonly byId: ReadonlyMap<number, CodeRow>
  /** By the key that applies them. One key may have several codes, after an import. */
  readonly byShortcut: ReadonlyMap<string, readonly CodeRow[]>
  /** For finding codes by typing; the second holds only those that can be applied. */
  readonly index: CodeIndex
  readonly codable: CodeIndex
}

/** The codebook in the forms that reading, finding and drawing want. */
export function useCodebook(): Codebook {
  const { data } = useHostQuery('code.list', {})
  return useMemo(() => codebookOf(data?.codes ?? NO_CODES), [data])
}

const NO_CODES: readonly CodeRow[] = []

/** Many components ask for the same codebook: it is prepared once. */
const prepared = new WeakMap<readonly CodeRow[], Codebook>()

function codebookOf(codes: readonly CodeRow[]): Codebook {
  const known = prepared.get(codes)
  if (known !== undefined) return known
  const index = indexCodes(codes)
  const codebook: Codebook = {
    codes,
    byId: new Map(codes.map((code) => [code.id, code])),
    byShortcut: Map.groupBy(
      codes.filter((code) => code.shortcut !== null),
      (code) => code.shortcut ?? '',
    ),
    index,
    codable: { entries: index.entries.filter(({ code }) => code.codable) },
  }
  prepared.set(codes, codebook)
  return codebook
}
