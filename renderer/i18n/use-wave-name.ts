import { useCallback } from 'react'
import { useT } from './i18n.ts'

/** How a wave is called in a sentence: `wave 2` where its name is a bare number. One function for each language. */
export function useWaveName(): (wave: string | null) => string | null {
  const t = useT('documents')
  return useCallback((wave) => (wave !== null && /^\d+$/.test(wave) ? t('waveNumber', { wave }) : wave), [t])
}
