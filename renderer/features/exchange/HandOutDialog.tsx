import { useState } from 'react'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Select } from '../../ui/Select.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { useDocumentSelection } from '../documents/document-selection.ts'
import { NO_VILLAGE, useFilterOptions } from '../search/use-filter-options.ts'
import { useHandOutDialog } from './exchange-dialogs.ts'
import styles from './HandOut.module.css'
import { codingsToHandOut, documentsToHandOut } from './hand-out-choice.ts'
import type { HandOutScope } from './hand-out-choice.ts'
import { HandOutDone } from './HandOutDone.tsx'
import { useHandOut } from './use-hand-out.ts'

export interface HandOutDialogProps {
  readonly studyName: string
  /** Coding is blind: nobody else's work goes along. */
  readonly isBlind: boolean
  readonly onClose: () => void
}

/** To whom which transcripts go, with what, as a file; then what to tell the colleague. */
export function HandOutDialog({ studyName, isBlind, onClose }: HandOutDialogProps) {
  const [written, setWritten] = useState<{ result: Out<'merge.handOut'>; coder: string } | null>(null)
  return written === null ? (
    <HandOutForm
      studyName={studyName}
      isBlind={isBlind}
      onClose={onClose}
      onWritten={(result, coder) => {
        setWritten({ result, coder })
      }}
    />
  ) : (
    <HandOutDone {...written} onClose={onClose} />
  )
}

interface HandOutFormProps extends HandOutDialogProps {
  readonly onWritten: (result: Out<'merge.handOut'>, coder: string) => void
}

const SCOPES: readonly HandOutScope[] = ['all', 'assigned', 'chosen', 'villages']

function HandOutForm({ studyName, isBlind, onClose, onWritten }: HandOutFormProps) {
  const t = useT('exchange')
  const format = useFormat()
  const { data } = useHostQuery('document.list', {})
  const { byId } = useCoders()
  const { villages } = useFilterOptions()
  const selectedIds = useDocumentSelection((state) => state.ids)
  const wantedIds = useHandOutDialog((state) => state.documentIds)
  const chosenIds = wantedIds === null ? selectedIds : new Set(wantedIds)
  const { write, progress } = useHandOut()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<HandOutScope>(chosenIds.size > 0 ? 'chosen' : 'all')
  const [villageIds, setVillageIds] = useState<readonly number[]>([])
  const [others, setOthers] = useState<'blind' | 'shown'>('blind')
  const [withMemos, setWithMemos] = useState(true)

  const people = [...byId.values()].filter(({ kind }) => kind === 'person')
  const coder = people.find((person) => person.name === name.trim())
  const question = {
    coderId: coder?.id ?? null,
    chosenIds,
    villageIds: villageIds.map((id) => (id === NO_VILLAGE ? null : id)),
  }
  const all = data?.documents ?? []
  const documents = documentsToHandOut(all, { ...question, scope })
  const codings = codingsToHandOut(documents, question.coderId, others)
  const versions = documents.filter(({ parallelOf }) => parallelOf !== null).length
  const canWrite = name.trim() !== '' && documents.length > 0 && progress === null

  async function submit(): Promise<void> {
    if (!canWrite) return
    const written = await write(`${studyName} - ${name.trim()}.tianye`, {
      coder: name,
      documentIds: scope === 'all' ? null : documents.map(({ id }) => id),
      others,
      memos: withMemos ? 'included' : 'left_out',
    })
    if (written) onWritten(written, name.trim())
  }

  return (
    <Dialog
      title={t('handOut.title')}
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isDisabled={!canWrite} onPress={() => void submit()}>
            {t('handOut.write')}
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
        <Suggestions values={people.map((person) => person.name)}>
          {(list) => (
            <TextField
              label={t('handOut.coder')}
              description={
                name.trim() === ''
                  ? t('handOut.coderText')
                  : t(coder === undefined ? 'handOut.newCoder' : 'handOut.knownCoder', { coder: name.trim() })
              }
              list={list}
              value={name}
              onChange={setName}
              maxLength={500}
              isRequired
              autoFocus
            />
          )}
        </Suggestions>
        <div className={styles['which']}>
          <Select
            label={t('handOut.which')}
            options={SCOPES.filter((one) => one !== 'chosen' || chosenIds.size > 0).map((one) => ({
              value: one,
              label:
                one === 'villages'
                  ? t('handOut.scope.villages')
                  : t(`handOut.scope.${one}`, {
                      count: documentsToHandOut(all, { ...question, scope: one }).length,
                    }),
            }))}
            value={scope}
            onChange={setScope}
          />
          {scope === 'villages' && (
            <MultiSelect
              label={t('handOut.villages')}
              options={villages}
              values={villageIds}
              onChange={setVillageIds}
              filterLabel={t('handOut.filterVillages')}
            />
          )}
        </div>
        {isBlind ? (
          <p>{t('handOut.onlyBlind')}</p>
        ) : (
          <Choices
            label={t('handOut.others')}
            choices={(['blind', 'shown'] as const).map((value) => ({
              value,
              title: t(`handOut.${value}`),
              text: t(`handOut.${value}Text`),
            }))}
            value={others}
            onChange={setOthers}
          />
        )}
        <Checkbox isSelected={withMemos} onChange={setWithMemos}>
          {t(others === 'blind' ? 'handOut.ownMemos' : 'handOut.allMemos')}
        </Checkbox>
        <p role="status" className={styles['sum']}>
          {documents.length === 0
            ? t('handOut.nothing')
            : t('handOut.sum', {
                count: documents.length,
                versions: versions === 0 ? '' : t('handOut.versions', { count: versions }),
                codings: t('codings', { count: codings, shown: format.count(codings) }),
              })}
        </p>
        {progress !== null && <Progress label={t('handOut.writing')} {...progress} />}
        {/* Enter in a field does what the button at the foot does. */}
        <button type="submit" hidden disabled={!canWrite} />
      </form>
    </Dialog>
  )
}
