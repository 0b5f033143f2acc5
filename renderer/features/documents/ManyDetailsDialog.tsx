import { useId, useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DocumentDetailsDialog.module.css'

export interface ManyDetailsDialogProps {
  readonly rows: readonly DocumentRow[]
  readonly documents: readonly DocumentRow[]
  readonly onClose: () => void
}

type Field = 'village' | 'wave'
const FIELDS: readonly Field[] = ['village', 'wave']

/** Village and wave of several transcripts at once. What is not touched stays as it is, also where they differ. */
export function ManyDetailsDialog({ rows, documents, onClose }: ManyDetailsDialogProps) {
  const t = useT('documents')
  const formId = useId()
  const { run, pending } = useHostCommand('document.updateMany')
  const [change, setChange] = useState<Partial<Record<Field, string>>>({})
  const touched = FIELDS.filter((field) => change[field] !== undefined)

  async function submit(): Promise<void> {
    const input: In<'document.updateMany'> = {
      ids: rows.map(({ id }) => id),
      ...Object.fromEntries(touched.map((field) => [field, change[field]?.trim() || null])),
    }
    if (touched.length > 0 && (await run(input)) === null) return
    onClose()
  }

  return (
    <Dialog
      title={t('manyDialog.title', { count: rows.length })}
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{t('detailsDialog.cancel')}</Button>
          <Button tone="primary" isPending={pending} isDisabled={touched.length === 0} type="submit" form={formId}>
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
          void submit()
        }}
      >
        {FIELDS.map((field) => {
          const [value, ...others] = new Set(rows.map((row) => row[field] ?? ''))
          return (
            <Suggestions key={field} values={documents.map((row) => row[field])}>
              {(list) => (
                <TextField
                  label={t(`field.${field}`)}
                  list={list}
                  value={change[field] ?? (others.length === 0 ? (value ?? '') : '')}
                  {...(others.length === 0 ? {} : { placeholder: t('manyDialog.different') })}
                  onChange={(typed) => {
                    setChange((before) => ({ ...before, [field]: typed }))
                  }}
                />
              )}
            </Suggestions>
          )
        })}
      </form>
    </Dialog>
  )
}
