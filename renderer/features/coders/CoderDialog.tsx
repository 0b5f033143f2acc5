import { useState } from 'react'
import type { WireError } from '../../../shared/contract/envelope.ts'
import { useHostCommand } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CODE_COLOURS } from '../../ui/code-colours.ts'
import { ColourField } from '../../ui/ColourField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Coder } from '../coding/use-coders.ts'
import { useCoders } from '../coding/use-coders.ts'
import styles from './CoderDialog.module.css'
import type { CoderDialogKind } from './coder-dialog.ts'
import { initialsOf } from './initials.ts'
import { useSwitchCoder } from './use-switch-coder.ts'

export interface CoderDialogProps {
  readonly dialog: CoderDialogKind
  readonly onClose: () => void
}

/** Name, initials and colour of a coder. */
export function CoderDialog({ dialog, onClose }: CoderDialogProps) {
  const t = useT('shell')
  const common = useT('common')
  const { byId, currentId } = useCoders()
  const known = dialog.kind === 'edit' ? byId.get(dialog.id) : undefined
  const others = [...byId.values()].filter((coder) => coder !== known && coder.kind === 'person')
  const [typed, setTyped] = useState<{ name?: string; initials?: string; colour?: string }>({})
  const name = typed.name ?? known?.name ?? ''
  const initials = typed.initials ?? known?.initials ?? initialsOf(name)
  const colour = typed.colour ?? known?.colour ?? freeColour(others)
  const twin = others.find((coder) => coder.initials === initials.trim())
  const save = useSaveCoder(dialog)
  const canSave = name.trim() !== '' && initials.trim() !== '' && !save.pending

  async function submit(): Promise<void> {
    if (canSave && (await save.run({ name: name.trim(), initials: initials.trim(), colour }))) onClose()
  }

  return (
    <Dialog
      title={known === undefined ? t('coder.newTitle') : t('coder.editTitle', { name: known.name })}
      onClose={onClose}
      size="small"
      isKept
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button tone="primary" isDisabled={!canSave} onPress={() => void submit()}>
            {t(`coder.save.${dialog.kind}`)}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={styles['text']}>
          {t(dialog.kind === 'edit' && dialog.id === currentId ? 'coder.text.own' : `coder.text.${dialog.kind}`)}
        </p>
        <TextField
          label={t('coder.name')}
          value={name}
          maxLength={200}
          autoFocus
          errorMessage={save.error === null ? undefined : sentenceOf('errors', save.error)}
          onChange={(next) => {
            save.forget()
            setTyped({ ...typed, name: next })
          }}
        />
        <div className={styles['pair']}>
          <TextField
            label={t('coder.initials')}
            value={initials}
            maxLength={4}
            onChange={(next) => {
              setTyped({ ...typed, initials: next })
            }}
          />
          <ColourField
            label={t('coder.colour')}
            value={colour}
            onChange={(next) => {
              setTyped({ ...typed, colour: next })
            }}
          />
        </div>
        {twin !== undefined && initials.trim() !== '' && (
          <p className={styles['warning']} role="status">
            {t('coder.sameInitials', { name: twin.name })}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

interface SaveCoder {
  /** Whether it was saved. */
  run(person: { name: string; initials: string; colour: string }): Promise<boolean>
  forget(): void
  readonly pending: boolean
  readonly error: WireError | null
}

function useSaveCoder(dialog: CoderDialogKind): SaveCoder {
  const { currentId } = useCoders()
  const add = useHostCommand('coder.add')
  const update = useHostCommand('coder.update')
  const switchTo = useSwitchCoder()
  const [isForgotten, setIsForgotten] = useState(false)
  return {
    pending: add.pending || update.pending,
    error: isForgotten ? null : (add.error ?? update.error),
    forget: () => {
      setIsForgotten(true)
    },
    async run(person) {
      setIsForgotten(false)
      if (dialog.kind === 'edit') return (await update.run({ id: dialog.id, ...person }, { quiet: true })) !== null
      // Who has changed nothing here is no coder yet, and must not become one by saying who codes.
      if (dialog.kind === 'someoneNew' && currentId === null) {
        await switchTo(person, null)
        return true
      }
      const added = await add.run(person, { quiet: true })
      if (added === null) return false
      if (dialog.kind === 'someoneNew') await switchTo(person, added.id)
      return true
    },
  }
}

/** The first colour that nobody has yet. */
function freeColour(others: readonly Coder[]): string {
  const taken = new Set(others.map(({ colour }) => colour))
  return (CODE_COLOURS.find(({ hex }) => !taken.has(hex)) ?? CODE_COLOURS[0]).hex
}
