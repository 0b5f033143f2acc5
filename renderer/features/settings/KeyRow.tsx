import { useRef } from 'react'
import { useBridge } from '../../app/bridge.ts'
import type { KnownCommand } from '../../app/commands.ts'
import type { KeyConflict } from '../../app/key-conflicts.ts'
import type { KeyRefusal } from '../../app/key-refusal.ts'
import { shownKeys } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, PlusIcon, UndoIcon } from '../../ui/icons.tsx'
import { KeyRecorder } from './KeyRecorder.tsx'
import styles from './KeysSettings.module.css'

/** What came of a key press that was not simply taken. */
export type KeyNotice =
  | { readonly kind: 'refused'; readonly keys: string; readonly reason: KeyRefusal }
  | { readonly kind: 'taken'; readonly keys: string; readonly by: readonly KnownCommand[] }

export interface KeyRowProps {
  readonly entry: KnownCommand
  readonly conflicts: readonly KeyConflict[]
  readonly isChanged: boolean
  readonly isRecording: boolean
  readonly notice: KeyNotice | null
  readonly onRecord: () => void
  readonly onRecorded: (keys: string, isAltGraph: boolean) => void
  readonly onCancel: () => void
  readonly onTake: (keys: string, from: readonly KnownCommand[]) => void
  readonly onRemove: (keys: string) => void
  readonly onReset: () => void
}

/** One command with its keys, to be set. */
export function KeyRow(props: KeyRowProps) {
  const { entry, conflicts, isChanged, isRecording, notice, onRecord, onRecorded, onCancel, onRemove, onReset } = props
  const t = useT('settings')
  const { shell } = useBridge()
  const add = useRef<HTMLButtonElement>(null)
  const { label } = entry.command
  const row = useRef<HTMLLIElement>(null)

  /** The focus stays in the row when what had it goes away. */
  function stay(action: () => void): void {
    action()
    setTimeout(() => {
      if (row.current?.contains(document.activeElement) !== true) add.current?.focus()
    })
  }

  return (
    <li ref={row} className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      <span className={styles['keys']}>
        {entry.keys.map((keys) => (
          <span key={keys} className={styles['key']}>
            <kbd>{shownKeys(keys, shell.os)}</kbd>
            <IconButton
              size="small"
              icon={<CloseIcon />}
              label={t('keys.remove', { keys: shownKeys(keys, shell.os), command: label })}
              onPress={() => {
                stay(() => {
                  onRemove(keys)
                })
              }}
            />
          </span>
        ))}
        {isRecording ? (
          <KeyRecorder
            label={label}
            onRecorded={(keys, isAltGraph) => {
              stay(() => {
                onRecorded(keys, isAltGraph)
              })
            }}
            onCancel={() => {
              stay(onCancel)
            }}
          />
        ) : (
          <IconButton
            ref={add}
            size="small"
            icon={<PlusIcon />}
            label={t('keys.add', { command: label })}
            onPress={onRecord}
          />
        )}
        <IconButton
          size="small"
          icon={<UndoIcon />}
          label={t('keys.reset', { command: label })}
          isDisabled={!isChanged}
          onPress={() => {
            stay(onReset)
          }}
        />
      </span>
      {notice !== null && <Notice {...props} notice={notice} />}
      {conflicts.map((conflict) => (
        <p
          key={`${conflict.keys} ${conflict.kind === 'code' ? conflict.code : conflict.other.command.id}`}
          className={styles['conflict']}
        >
          {conflict.kind === 'code'
            ? t('keys.codeHasIt', { keys: shownKeys(conflict.keys, shell.os), code: conflict.code })
            : t('keys.alsoOf', { keys: shownKeys(conflict.keys, shell.os), command: conflict.other.command.label })}
        </p>
      ))}
    </li>
  )
}

function Notice({
  notice,
  onTake,
  onCancel,
}: Pick<KeyRowProps, 'onTake' | 'onCancel'> & { readonly notice: KeyNotice }) {
  const t = useT('settings')
  const { shell } = useBridge()
  const keys = shownKeys(notice.keys, shell.os)
  if (notice.kind === 'refused') {
    return (
      <p role="alert" className={styles['conflict']}>
        {t(`keys.refused.${notice.reason}`, { keys })}
      </p>
    )
  }
  return (
    <div role="alert" className={styles['conflict']}>
      {t('keys.taken', { keys, command: notice.by.map(({ command }) => command.label).join(' · ') })}
      <span className={styles['choices']}>
        <Button
          size="small"
          onPress={() => {
            onTake(notice.keys, notice.by)
          }}
        >
          {t('keys.take')}
        </Button>
        <Button size="small" tone="quiet" onPress={onCancel}>
          {t('keys.leave')}
        </Button>
      </span>
    </div>
  )
}
