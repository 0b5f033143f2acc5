import { useMemo } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { ReaderMarker } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codeTitle } from './code-names.ts'
import { useCodebook } from './use-codebook.ts'

const PREFIX = 'turn '

/** The turn whose twin in another language version a marker stands for; null for other markers. */
export function turnRefOf(markerKey: string): string | null {
  return markerKey.startsWith(PREFIX) ? markerKey.slice(PREFIX.length) : null
}

/** Marks for turns that carry codes in another language version of the interview. */
export function useElsewhereMarkers(opened: OpenDocument): readonly ReaderMarker[] {
  const t = useT('reader')
  const language = useLanguage()
  const { byId } = useCodebook()
  const layer = useView((state) => state.layer)
  const { data } = useHostQuery(
    'document.codedTurns',
    { id: opened.id, layer },
    { enabled: opened.parallels.length > 0, keepPrevious: true },
  )
  return useMemo(() => {
    const turns = new Map(opened.turns.map((turn) => [turn.ref, turn]))
    return (data?.turns ?? []).flatMap(({ ref, codeIds }): ReaderMarker[] => {
      const turn = turns.get(ref)
      if (turn === undefined) return []
      const codes = codeIds.flatMap((id) => {
        const code = byId.get(id)
        return code === undefined ? [] : [codeTitle(code, language)]
      })
      const names = new Intl.ListFormat(language, { type: 'unit' }).format(codes)
      return [
        {
          key: `${PREFIX}${ref}`,
          kind: 'elsewhere',
          span: { start: turn.start, end: turn.end },
          lane: 0,
          words: '',
          description: t('codedElsewhere', { turn: ref, codes: names }),
        },
      ]
    })
  }, [opened, data, byId, language, t])
}
