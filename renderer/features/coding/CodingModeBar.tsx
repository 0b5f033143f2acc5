import { useBridge } from '../../app/bridge.ts'
import { runCommand } from '../../app/commands.ts'
import { shownKeys } from '../../app/keys.ts'
import { useShownKeys } from '../../app/use-shown-keys.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName } from './code-names.ts'
import { setCodingMode, useCodingMode } from './coding-mode.ts'
import styles from './CodingModeBar.module.css'
import { useCodebook } from './use-codebook.ts'

/** Says at the transcript's head that every selection is coded at once, with what, and how to end it. */
export function CodingModeBar() {
  const t = useT('coding')
  const language = useLanguage()
  const { shell } = useBridge()
  const { byId } = useCodebook()
  const mode = useCodingMode((state) => state.mode)
  const keys = useShownKeys(mode.kind === 'sweep' ? 'code.sweep' : 'code.open')
  if (mode.kind === 'single') return null
  const codes = mode.kind === 'sweep' ? mode.codeIds.flatMap((id) => byId.get(id) ?? []) : []
  const ends = [shownKeys('Escape', shell.os), ...(keys === undefined ? [] : [keys])]
  return (
    <div className={styles['bar']} role="status">
      <span className={styles['mode']}>{t(mode.kind === 'sweep' ? 'mode.sweep' : 'mode.open')}</span>
      {codes.map((code) => (
        <CodeChip
          key={code.id}
          className={styles['code'] ?? ''}
          colour={code.colour}
          label={code.label}
          name={codeName(code, language)}
        />
      ))}
      <span className={styles['text']}>
        {mode.kind === 'open' ? t('mode.openText') : codes.length > 0 ? t('mode.sweepText') : t('mode.codeGone')}
      </span>
      <span className={styles['actions']}>
        {mode.kind === 'sweep' && (
          <Button size="small" tone="quiet" onPress={() => runCommand('code.sweepOther')}>
            {t('mode.other')}
          </Button>
        )}
        <Button
          size="small"
          tone="quiet"
          onPress={() => {
            setCodingMode({ kind: 'single' })
          }}
        >
          {t('mode.end')}
        </Button>
        {ends.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </div>
  )
}
