import { useBridge } from '../../app/bridge.ts'
import { useCommands } from '../../app/commands.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import activity from '../../ui/Activity.module.css'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useLate } from '../../ui/use-late.ts'
import { computeAgreement, cutAgreement, useAgreementRun } from './agreement-run.ts'
import { ExportAgreement } from './ExportAgreement.tsx'
import styles from './Figures.module.css'

export interface FiguresBarProps {
  readonly hasSettings: boolean
  readonly onSettings: (shown: boolean) => void
}

/** The settings' door, how far the figures are and of when, and the way out as a file. */
export function FiguresBar({ hasSettings, onSettings }: FiguresBarProps) {
  const t = useT('agreement')
  const bridge = useBridge()
  const settings = useAgreementRun((state) => state.settings)
  const recompute = (): void => void computeAgreement(bridge)
  useCommands([
    {
      id: 'agreement.compute',
      menu: 'view',
      order: 310,
      label: t('run.recompute'),
      enabled: settings !== null,
      run: recompute,
    },
    {
      id: 'agreement.settings',
      menu: 'view',
      order: 311,
      label: t('run.settings'),
      checked: hasSettings,
      run: () => {
        onSettings(!hasSettings)
      },
    },
  ])
  return (
    <div className={activity['bar']}>
      <Button
        aria-expanded={hasSettings}
        onPress={() => {
          onSettings(!hasSettings)
        }}
      >
        {t('run.settings')}
      </Button>
      <State onRecompute={recompute} />
      {settings !== null && <ExportAgreement settings={settings} />}
    </div>
  )
}

function State({ onRecompute }: { readonly onRecompute: () => void }) {
  const t = useT('agreement')
  const language = useLanguage()
  const { phase, progress, isOutdated, isCut, readAt, result, error } = useAgreementRun()
  const at =
    readAt === null ? '' : new Date(readAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  // What is over at once is not announced.
  const isWorking = useLate(phase !== 'rest')
  const isShown = result !== null && error === null
  const words = isWorking
    ? t(phase === 'quick' ? 'run.quick' : 'run.whole')
    : !isShown
      ? ''
      : isOutdated
        ? t('run.outdated', { at })
        : isCut
          ? t('run.cut')
          : t('run.of', { at })
  return (
    <div className={styles['state']}>
      <p role="status" className={isOutdated && isShown && !isWorking ? styles['outdated'] : undefined}>
        {words}
      </p>
      {isWorking && phase === 'whole' && (
        <>
          <div className={styles['progress']}>
            <Progress label={t('run.intervals')} done={progress?.done ?? 0} total={progress?.total ?? null} />
          </div>
          <Button size="small" onPress={cutAgreement}>
            {t('run.cancel')}
          </Button>
        </>
      )}
      {phase === 'rest' && isShown && (isOutdated || isCut) && (
        <Button size="small" onPress={onRecompute}>
          {t(isOutdated ? 'run.recompute' : 'run.finish')}
        </Button>
      )}
    </div>
  )
}
