import { useMemo, useState } from 'react'
import { useBridge } from '../../app/bridge.ts'
import type { KnownCommand } from '../../app/commands.ts'
import { useCodeKeys, useKnownCommands } from '../../app/commands.ts'
import { conflictsOf } from '../../app/key-conflicts.ts'
import { keyRefusal } from '../../app/key-refusal.ts'
import { shownKeys } from '../../app/keys.ts'
import { MENUS } from '../../app/menu-plan.ts'
import { useT } from '../../i18n/i18n.ts'
import { folded } from '../../i18n/spoken.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import type { KeyNotice } from './KeyRow.tsx'
import { KeyRow } from './KeyRow.tsx'
import styles from './KeysSettings.module.css'
import { useCustomKeys } from './use-custom-keys.ts'

/** Every command with its keys: press to record, take away, reset. */
export function KeysSettings() {
  const t = useT('settings')
  const shell = useT('shell')
  const { os, platform } = useBridge().shell
  const known = useKnownCommands()
  const codeKeys = useCodeKeys()
  const custom = useCustomKeys()
  const [typed, setTyped] = useState('')
  const [recording, setRecording] = useState<string | null>(null)
  const [notice, setNotice] = useState<{ readonly id: string; readonly notice: KeyNotice } | null>(null)
  const conflicts = useMemo(
    () =>
      new Map(
        known.map((entry) => [
          entry.command.id,
          entry.keys.flatMap((keys) => conflictsOf(keys, entry, known, codeKeys, os)),
        ]),
      ),
    [known, codeKeys, os],
  )
  const wanted = folded(typed)
  const shown = known
    .filter(({ command, keys }) =>
      [command.label, ...keys, ...keys.map((own) => shownKeys(own, os))].some((words) =>
        folded(words).includes(wanted),
      ),
    )
    .sort((one, other) => (one.command.order ?? 0) - (other.command.order ?? 0))

  function record(entry: KnownCommand, keys: string, isAltGraph: boolean): void {
    const { id } = entry.command
    setRecording(null)
    setNotice(null)
    const reason = isAltGraph ? 'altGraph' : keyRefusal(keys, entry.command, { os, platform })
    if (reason !== null) {
      setNotice({ id, notice: { kind: 'refused', keys, reason } })
      return
    }
    const found = conflictsOf(keys, entry, known, codeKeys, os)
    const by = found.flatMap((conflict) => (conflict.kind === 'command' ? [conflict.other] : []))
    if (entry.keys.includes(keys)) return
    if (by.length > 0) setNotice({ id, notice: { kind: 'taken', keys, by } })
    else custom.add(entry, keys, [])
  }

  function quit(): void {
    setRecording(null)
    setNotice(null)
  }

  return (
    <div className={styles['settings']}>
      <p className={styles['text']}>{t('keys.text')}</p>
      <div className={styles['tools']}>
        <SearchField label={t('keys.filter')} value={typed} onChange={setTyped} className={styles['filter'] ?? ''} />
        <ResetAll count={custom.changed.size} onReset={custom.resetAll} />
      </div>
      {shown.length === 0 && <p className={styles['text']}>{t('keys.nothing')}</p>}
      {MENUS.map((menu) => ({ menu, own: shown.filter(({ command }) => command.menu === menu) }))
        .filter(({ own }) => own.length > 0)
        .map(({ menu, own }) => (
          <section key={menu}>
            <h3 className={styles['heading']}>{shell(`menu.${menu}`)}</h3>
            <ul className={styles['list']}>
              {own.map((entry) => {
                const { id } = entry.command
                return (
                  <KeyRow
                    key={id}
                    entry={entry}
                    conflicts={conflicts.get(id) ?? []}
                    isChanged={custom.changed.has(id)}
                    isRecording={recording === id}
                    notice={notice?.id === id ? notice.notice : null}
                    onRecord={() => {
                      setNotice(null)
                      setRecording(id)
                    }}
                    onRecorded={(keys, isAltGraph) => {
                      record(entry, keys, isAltGraph)
                    }}
                    onCancel={quit}
                    onTake={(keys, from) => {
                      quit()
                      custom.add(entry, keys, from)
                    }}
                    onRemove={(keys) => {
                      quit()
                      custom.remove(entry, keys)
                    }}
                    onReset={() => {
                      quit()
                      custom.reset(entry)
                    }}
                  />
                )
              })}
            </ul>
          </section>
        ))}
    </div>
  )
}

/** Asks once more: what was set is not in the study's history. */
function ResetAll({ count, onReset }: { readonly count: number; readonly onReset: () => void }) {
  const t = useT('settings')
  const [isAsking, setAsking] = useState(false)
  if (isAsking && count > 0) {
    return (
      <span className={styles['choices']}>
        <Button
          tone="danger"
          autoFocus
          onPress={() => {
            setAsking(false)
            onReset()
          }}
        >
          {t('keys.resetCount', { count })}
        </Button>
        <Button
          tone="quiet"
          onPress={() => {
            setAsking(false)
          }}
        >
          {t('keys.leave')}
        </Button>
      </span>
    )
  }
  return (
    <Button
      isDisabled={count === 0}
      onPress={() => {
        setAsking(true)
      }}
    >
      {t('keys.resetAll')}
    </Button>
  )
}
