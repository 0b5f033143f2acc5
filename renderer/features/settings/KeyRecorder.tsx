import { useEffect, useEffectEvent, useRef } from 'react'
import { useBridge } from '../../app/bridge.ts'
import { keysOfPress } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './KeysSettings.module.css'

export interface KeyRecorderProps {
  /** Which command the key will be for. */
  readonly label: string
  /** `isAltGraph`: the key types a sign on this keyboard and cannot be a shortcut. */
  readonly onRecorded: (keys: string, isAltGraph: boolean) => void
  readonly onCancel: () => void
}

/** Waits for one key press, whatever it is, and lets nothing else have it. Escape and a click elsewhere end it. */
export function KeyRecorder({ label, onRecorded, onCancel }: KeyRecorderProps) {
  const t = useT('settings')
  const { shell } = useBridge()
  const button = useRef<HTMLButtonElement>(null)

  const take = useEffectEvent((event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    const keys = keysOfPress(event, shell.os)
    if (keys === 'Escape') onCancel()
    else if (keys !== null) onRecorded(keys, shell.os !== 'mac' && event.getModifierState('AltGraph'))
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      take(event)
    }
    button.current?.focus()
    // Before everything else on the page.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [])

  return (
    <button
      ref={button}
      type="button"
      className={styles['recorder']}
      aria-label={t('keys.recording', { command: label })}
      onBlur={onCancel}
    >
      {t('keys.press')}
    </button>
  )
}
