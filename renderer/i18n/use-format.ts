import { useMemo } from 'react'
import { countText, differenceText, indexText, pointsText, shareText } from './format.ts'
import { useLanguage } from './i18n.ts'

/** The number formats of format.ts in the interface language; null stays null, which is shown as “–”. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(() => {
    const orNull =
      (format: typeof countText) =>
      (value: number | null): string | null =>
        value === null ? null : format(value, language)
    return {
      count: (value: number) => countText(value, language),
      share: (value: number) => shareText(value, language),
      points: (value: number) => pointsText(value, language),
      countOrNull: orNull(countText),
      shareOrNull: orNull(shareText),
      indexOrNull: orNull(indexText),
      differenceOrNull: orNull(differenceText),
    }
  }, [language])
}
