import { useState } from 'react'
import { useHostCommand } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { branchOf, moveTo } from './code-tree.ts'
import { CodePicker } from './CodePicker.tsx'
import type { CodesDialogProps } from './ColourDialog.tsx'
import styles from './CodeDialog.module.css'

/** Puts codes below another one, or at the top, without dragging them across a long tree. */
export function MoveCodesDialog({ codes: moving, onClose }: CodesDialogProps) {
  const t = useT('codebook')
  const common = useT('common')
  const language = useLanguage()
  const { codes } = useCodebook()
  const [parentId, setParentId] = useState<number | null>(null)
  const command = useHostCommand('code.move')
  const ids = moving.map(({ id }) => id)
  const taken = new Set(ids.flatMap((id) => [...branchOf(codes, id)]))
  const [first] = moving
  const toTop = moveTo(codes, ids, { place: 'top' })
  const below = parentId === null ? null : moveTo(codes, ids, { id: parentId, place: 'inside' })

  async function move(goal: typeof toTop): Promise<void> {
    if (goal !== null && (await command.run(goal)) !== null) onClose()
  }

  return (
    <Dialog
      title={
        moving.length === 1 && first !== undefined
          ? t('many.moveOne', { code: codeTitle(first, language) })
          : t('many.move', { count: moving.length })
      }
      size="small"
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button isDisabled={toTop === null || command.pending} onPress={() => void move(toTop)}>
            {t('many.toTop')}
          </Button>
          <Button tone="primary" isDisabled={below === null || command.pending} onPress={() => void move(below)}>
            {t('many.moveHere')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <CodePicker
          label={t('many.below')}
          value={parentId}
          onChange={setParentId}
          isOffered={({ id }) => !taken.has(id)}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
