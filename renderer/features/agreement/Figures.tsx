import { useEffect } from 'react'
import { useBridge } from '../../app/bridge.ts'
import { useHostQuery } from '../../app/host.ts'
import { useMediaQuery } from '../../app/pane-visibility.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { chooseAgreement, useAgreementRun } from './agreement-run.ts'
import { defaultSettings } from './default-settings.ts'
import { FigurePages } from './FigurePages.tsx'
import { FiguresBar } from './FiguresBar.tsx'
import styles from './Figures.module.css'
import { NoPair } from './NoPair.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'

/** null: as there is room for. */
const SETTINGS_SHOWN = studyState<boolean | null>(null)
/** From this width on (CSS px) the settings and the table fit beside each other. */
const HAS_ROOM_BESIDE = '(min-width: 1280px)'

/** How far coders agree on each code, by settings of one's own. */
export function Figures() {
  const bridge = useBridge()
  // Not the whole: progress comes many times a second, and is the bar's alone.
  const settings = useAgreementRun((state) => state.settings)
  const result = useAgreementRun((state) => state.result)
  const error = useAgreementRun((state) => state.error)
  const phase = useAgreementRun((state) => state.phase)
  const hasRoom = useMediaQuery(HAS_ROOM_BESIDE)
  const [chosen, setShown] = useStudyState(SETTINGS_SHOWN)
  const isShown = chosen ?? hasRoom
  const hasPair = useBeginning()
  if (hasPair === false) return <NoPair />
  if (settings === null) return null
  // While other settings are worked out, the figures are still those of the ones before.
  const isStale = phase === 'quick' && result !== null
  return (
    <>
      <FiguresBar hasSettings={isShown} onSettings={setShown} />
      <div className={styles['body']}>
        {isShown && (
          <SettingsPanel
            settings={settings}
            onChange={(next) => {
              chooseAgreement(bridge, next)
            }}
          />
        )}
        <div aria-busy={phase !== 'rest'} className={classNames(styles['results'], isStale && styles['stale'])}>
          {error !== null ? <Refused /> : result !== null && <FigurePages result={result} settings={settings} />}
        </div>
      </div>
    </>
  )
}

function Refused() {
  const t = useT('agreement')
  const error = useAgreementRun((state) => state.error)
  return error && <EmptyState title={t('refused')} text={sentenceOf('errors', error)} />
}

/** Begins with the two coders who share the most. False: there are no two; null: not known yet. */
function useBeginning(): boolean | null {
  const bridge = useBridge()
  const { data: study } = useHostQuery('coder.list', {})
  const { data } = useHostQuery('document.list', {})
  const version = useView((state) => state.version)
  const settings = useAgreementRun((state) => state.settings)
  const hasPair = study ? study.coders.length > 1 : null
  useEffect(() => {
    if (settings === null) {
      const coderIds = study?.coders.map(({ id }) => id) ?? []
      if (data && coderIds.length > 1) chooseAgreement(bridge, defaultSettings(data.documents, coderIds, version))
    }
    // The version of the header is that of every analysis.
    else if (settings.version !== version) chooseAgreement(bridge, { ...settings, version })
  }, [bridge, study, data, settings, version])
  return hasPair
}
