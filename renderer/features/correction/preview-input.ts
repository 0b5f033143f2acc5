import type { In, Out } from '../../../shared/contract/contract.ts'
import type { OpenCorrection } from './correction-state.ts'

/** The question what a correction would do. */
export function previewInput({ document, stretch, words }: OpenCorrection): In<'correction.preview'> {
  return {
    documentId: document.id,
    revisionId: document.revisionId,
    change: { kind: 'edit', range: { start: stretch.start, end: stretch.end }, text: words },
  }
}

/** How many rows that people made would be left without words. */
export function lostIn({ counts }: Out<'correction.preview'>): number {
  return counts.filter(({ table }) => table !== 'turn').reduce((sum, { lost }) => sum + lost, 0)
}
