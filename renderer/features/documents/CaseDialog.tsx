import { useId, useState } from 'react'
import type { CaseRow } from '../../../shared/contract/document.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DocumentDetailsDialog.module.css'

export interface CaseDialogProps {
  readonly row: CaseRow
  readonly cases: readonly CaseRow[]
  readonly onClose: () => void
}

/** The name of a case, and of a person the role in which they speak where a transcript says nothing else. */
export function CaseDialog({ row, cases, onClose }: CaseDialogProps) {
  const t = useT('documents')
  const formId = useId()
  const { run, pending } = useHostCommand('case.update')
  const [name, setName] = useState(row.name)
  const [role, setRole] = useState(row.role ?? '')

  async function submit(): Promise<void> {
    const change = {
      ...(name.trim() === row.name ? {} : { name: name.trim() }),
      ...(role.trim() === (row.role ?? '') ? {} : { role: role.trim() || null }),
    }
    if (Object.keys(change).length > 0 && (await run({ id: row.id, ...change })) === null) return
    onClose()
  }

  return (
    <Dialog
      title={t('cases.dialog', { name: row.name })}
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{t('detailsDialog.cancel')}</Button>
          <Button tone="primary" isPending={pending} isDisabled={name.trim() === ''} type="submit" form={formId}>
            {t('detailsDialog.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void submit()
        }}
      >
        <TextField label={t('field.name')} value={name} onChange={setName} maxLength={500} autoFocus />
        {row.kind === 'person' && (
          <Suggestions values={cases.map((other) => other.role)}>
            {(list) => <TextField label={t('speakers.role')} list={list} value={role} onChange={setRole} />}
          </Suggestions>
        )}
      </form>
    </Dialog>
  )
}
