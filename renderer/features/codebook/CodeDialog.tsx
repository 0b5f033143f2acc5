import { useEffect, useRef, useState } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { labelSchema, shortcutSchema } from '../../../shared/contract/code.ts'
import { useHostCommand } from '../../app/host.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { codeName, codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './CodeDialog.module.css'
import { ColourChoice } from './ColourChoice.tsx'
import { unfold } from './folded-codes.ts'
import { chooseCode } from './open-codebook.ts'
import { CODE_COLOURS } from './palette.ts'

export interface CodeDialogProps {
  /** Null: a new one. */
  readonly code: CodeRow | null
  readonly parentId: number | null
  /** For a new one: what was typed elsewhere. */
  readonly name?: string
  /** Where the focus goes. */
  readonly field: 'name' | 'colour' | 'shortcut'
  readonly onClose: () => void
}

/** A code's name (in the interface language), label, key and colour. */
export function CodeDialog({ code, parentId, name: given = '', field, onClose }: CodeDialogProps) {
  const t = useT('codebook')
  const common = useT('common')
  const language = useLanguage()
  const { byId, byShortcut } = useCodebook()
  const parent = parentId === null ? undefined : byId.get(parentId)
  const [name, setName] = useState(code === null ? given : codeName(code, language))
  const [label, setLabel] = useState(code?.label ?? '')
  const [shortcut, setShortcut] = useState(code?.shortcut ?? '')
  const [colour, setColour] = useState(code?.colour ?? parent?.colour ?? null)
  const [codable, setCodable] = useState(code?.codable ?? true)
  const creating = useHostCommand('code.create')
  const updating = useHostCommand('code.update')
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus()
  }, [field])

  const isLabelWrong = label.trim() !== '' && !labelSchema.safeParse(label).success
  const key = shortcut.trim().toLowerCase()
  const holder = byShortcut.get(key)?.find((other) => other.id !== code?.id)
  const isKeyWrong = key !== '' && !shortcutSchema.safeParse(key).success
  const isKeyTaken = holder !== undefined
  const failure = creating.error ?? updating.error

  async function save(): Promise<void> {
    if (name.trim() === '' || isLabelWrong || isKeyWrong || isKeyTaken) return
    const next = { label: label.trim() || null, shortcut: key || null, codable }
    if (code === null) {
      const made = await creating.run({ parentId, name, language, colour, ...next }, { quiet: true })
      if (made === null) return
      if (parentId !== null) unfold(parentId)
      chooseCode(made.id)
      onClose()
      return
    }
    const isRenamed = name.trim() !== codeName(code, language)
    const done = await updating.run(
      {
        id: code.id,
        ...next,
        ...(colour !== null && { colour }),
        ...(isRenamed && { name: { language, text: name } }),
      },
      { quiet: true },
    )
    if (done !== null) onClose()
  }

  return (
    <Dialog
      title={
        code !== null
          ? t('dialog.edit', { code: codeTitle(code, language) })
          : parent === undefined
            ? t('dialog.create')
            : t('dialog.createUnder', { code: codeTitle(parent, language) })
      }
      size="small"
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button tone="primary" onPress={() => void save()} isDisabled={name.trim() === ''}>
            {code === null ? common('create') : common('save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div data-field="name">
          <TextField label={t('dialog.name')} value={name} onChange={setName} />
        </div>
        <div className={styles['pair']}>
          <TextField
            label={t('dialog.label')}
            description={t('dialog.labelHint')}
            value={label}
            onChange={setLabel}
            errorMessage={isLabelWrong ? t('dialog.labelWrong') : undefined}
          />
          <div data-field="shortcut">
            <TextField
              label={t('dialog.shortcut')}
              description={t('dialog.shortcutHint')}
              value={shortcut}
              onChange={(value) => {
                // The last letter typed is the key: there is only one.
                setShortcut(value.trim().slice(-1).toLowerCase())
              }}
              errorMessage={
                isKeyWrong
                  ? t('dialog.shortcutWrong')
                  : isKeyTaken
                    ? t('dialog.shortcutTaken', { code: codeTitle(holder, language) })
                    : undefined
              }
            />
          </div>
        </div>
        <div data-field="colour">
          <ColourChoice value={colour ?? CODE_COLOURS[0] ?? '#000000'} onChange={setColour} />
        </div>
        <Checkbox isSelected={codable} onChange={setCodable}>
          {t('dialog.codable')}
        </Checkbox>
        {failure !== null && <p className={styles['error']}>{sentenceOf('errors', failure)}</p>}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
