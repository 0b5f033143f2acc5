import { patternFault } from '../../../shared/search/pattern.ts'
import { useBridge } from '../../app/bridge.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { SavedViews } from '../views/SavedViews.tsx'
import { changeQuery, useFind } from './find-state.ts'
import panel from './CodeHitsPanel.module.css'

/** Searches that were kept under a name, by anyone in the study. */
export function SavedSearches() {
  const t = useT('search')
  const bridge = useBridge()
  const version = useView((state) => state.version)
  const query = useFind((state) => state.query)
  const canBeSaved = query.text.trim() !== '' && patternFault(query) === null
  return (
    <section aria-labelledby="saved-searches" className={panel['panel']}>
      <h3 id="saved-searches" className={panel['title']}>
        {t('saved')}
      </h3>
      <SavedViews
        kind="search"
        body={canBeSaved ? { kind: 'search', query } : null}
        suggestion={query.text}
        saveAs={t('saveAs')}
        none={t('noneSaved')}
        onOpen={(body) => {
          changeQuery(bridge, body.query, version)
        }}
      />
    </section>
  )
}
