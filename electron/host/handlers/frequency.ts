import { foldQuery } from '../../../shared/search/fold-text.ts'
import { BUILT_IN_STOP_WORDS } from '../../../shared/search/stop-words.ts'
import type { HandlersOf } from '../context.ts'
import { countWordsOf } from '../exporters/write-frequency.ts'
import { studySettings, updateStudySettings } from '../study-settings.ts'

export const frequencyHandlers: HandlersOf<'frequency'> = {
  'frequency.count': (context, { input }) => countWordsOf(context, input),

  'frequency.stopList': ({ db }) => ({ builtIn: [...BUILT_IN_STOP_WORDS], ...studySettings(db).stopList }),

  'frequency.setStopList': (context, { added, removed }) => {
    const folded = (words: readonly string[]) => [...new Set(words.map((word) => foldQuery(word, false)))]
    const builtIn = new Set(BUILT_IN_STOP_WORDS)
    updateStudySettings(context.db, {
      stopList: {
        added: folded(added).filter((word) => !builtIn.has(word)),
        removed: folded(removed).filter((word) => builtIn.has(word)),
      },
    })
    return {}
  },
}
