import { useMemo, useState } from 'react'
import type { Out } from '../../../shared/contract/contract.ts'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import { useHostPages } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import type { ReaderMarker } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codeTitle } from './code-names.ts'
import { useCodebook } from './use-codebook.ts'
import type { Version } from './use-versions.ts'
import { useVersions } from './use-versions.ts'

/** A code on a turn in another language version, and where that turn is. */
export interface CodedElsewhere {
  readonly version: Version
  readonly codeId: number
  readonly start: Utf16Offset
  readonly end: Utf16Offset
}

export interface ElsewhereMarkers {
  readonly markers: readonly ReaderMarker[]
  /** What a marker stands for; empty for other markers. */
  codesAt(markerKey: string): readonly CodedElsewhere[]
}

const PREFIX = 'turn '

/** The turn whose twin in another language version a marker stands for; null for other markers. */
export function turnRefOf(markerKey: string): string | null {
  return markerKey.startsWith(PREFIX) ? markerKey.slice(PREFIX.length) : null
}

/** Marks for turns that carry codes in another language version of the interview. */
export function useElsewhereMarkers(opened: OpenDocument): ElsewhereMarkers {
  const t = useT('reader')
  const language = useLanguage()
  const { byId } = useCodebook()
  const layer = useView((state) => state.layer)
  const versions = useVersions(opened.id)
  const answers = useStable(
    useHostPages(
      'document.codedTurns',
      versions.map(({ id }) => ({ id, layer })),
    ).map(({ data }) => data),
  )
  const codes = useMemo(() => gather(versions, answers), [versions, answers])
  return useMemo(() => {
    const markers = opened.turns.flatMap((turn): ReaderMarker[] => {
      const coded = codes.get(turn.ref)
      if (coded === undefined) return []
      const names = coded.flatMap(({ version, codeId }) => {
        const code = byId.get(codeId)
        return code === undefined ? [] : [`${codeTitle(code, language)} (${languageName(version.language, language)})`]
      })
      return [
        {
          key: `${PREFIX}${turn.ref}`,
          kind: 'elsewhere',
          span: turn,
          lane: 0,
          words: '',
          description: t('codedElsewhere', {
            turn: turn.ref,
            codes: new Intl.ListFormat(language, { type: 'conjunction' }).format(names),
          }),
        },
      ]
    })
    return { markers, codesAt: (key) => codes.get(turnRefOf(key) ?? '') ?? [] }
  }, [opened, codes, byId, language, t])
}

type Answer = Out<'document.codedTurns'> | undefined

function gather(
  versions: readonly Version[],
  answers: readonly Answer[],
): ReadonlyMap<string, readonly CodedElsewhere[]> {
  const byRef = new Map<string, CodedElsewhere[]>()
  versions.forEach((version, index) => {
    for (const { ref, start, end, codeIds } of answers[index]?.turns ?? [])
      byRef.set(ref, [...(byRef.get(ref) ?? []), ...codeIds.map((codeId) => ({ version, codeId, start, end }))])
  })
  return byRef
}

/** The list as it was, as long as it holds the same things. */
function useStable<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list)
  const isSame = kept.length === list.length && kept.every((item, index) => item === list[index])
  if (!isSame) setKept(list)
  return isSame ? kept : list
}
