import { useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { announce } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import type { LinkRole } from './link-candidates.ts'
import { likelyRole, linkCandidates } from './link-candidates.ts'
import styles from './ParallelDialog.module.css'

export interface ParallelDialogProps {
  readonly row: DocumentRow
  readonly documents: readonly DocumentRow[]
  readonly onClose: () => void
}

/** The language versions of an interview: which are linked, and linking another with what that would change. */
export function ParallelDialog({ row, documents, onClose }: ParallelDialogProps) {
  const t = useT('parallels')
  const original = documents.find(({ id }) => id === row.parallelOf) ?? row
  const versions = documents.filter(({ parallelOf }) => parallelOf === original.id)
  const roles = (['version', 'original'] as const).filter((role) => linkCandidates(documents, row, role).length > 0)
  const [chosenRole, setChosenRole] = useState<LinkRole>(() => likelyRole(documents, row))
  const role = roles.includes(chosenRole) ? chosenRole : (roles[0] ?? 'version')
  const [otherId, setOtherId] = useState<number | null>(null)
  const candidates = linkCandidates(documents, row, role)
  const other = candidates.find(({ id }) => id === otherId)
  const link = useHostCommand('document.link')
  const pair =
    other === undefined ? null : role === 'version' ? { version: row, of: other } : { version: other, of: row }
  const { data: preview } = useHostQuery(
    'document.linkPreview',
    { id: pair?.version.id ?? row.id, originalId: pair?.of.id ?? row.id },
    { enabled: pair !== null },
  )

  async function submit(): Promise<void> {
    if (pair === null) return
    if ((await link.run({ id: pair.version.id, originalId: pair.of.id })) === null) return
    announce(t('linked', { name: pair.version.name, original: pair.of.name }))
    onClose()
  }

  return (
    <Dialog
      title={t('dialog.title', { name: row.name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('dialog.close')}</Button>
          {roles.length > 0 && (
            <Button
              tone="primary"
              isDisabled={link.pending || pair === null || preview === undefined || preview.obstacle !== null}
              onPress={() => void submit()}
            >
              {t('dialog.link')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['body']}>
        <p className={styles['note']}>{t('dialog.intro')}</p>
        {versions.length > 0 && <LinkedVersions original={original} versions={versions} />}
        {row.parallelOf === null && (
          <>
            {roles.length > 1 && (
              <Select
                label={t('dialog.which')}
                options={roles.map((value) => ({
                  value,
                  label: t(value === 'version' ? 'dialog.asVersion' : 'dialog.asOriginal'),
                }))}
                value={role}
                onChange={(next) => {
                  setChosenRole(next)
                  setOtherId(null)
                }}
              />
            )}
            {roles.length === 0 ? (
              versions.length === 0 && <p className={styles['note']}>{t('dialog.noneOther')}</p>
            ) : (
              <Candidates
                key={role}
                candidates={candidates}
                chosenId={otherId}
                role={role}
                isRoleChosen={roles.length > 1}
                onChoose={setOtherId}
              />
            )}
            {pair !== null && preview !== undefined && <Preview name={pair.version.name} preview={preview} />}
          </>
        )}
      </div>
    </Dialog>
  )
}

function LinkedVersions({
  original,
  versions,
}: {
  readonly original: DocumentRow
  readonly versions: readonly DocumentRow[]
}) {
  const t = useT('parallels')
  const language = useLanguage()
  const unlink = useHostCommand('document.unlink')
  async function run({ id, name }: DocumentRow): Promise<void> {
    if ((await unlink.run({ id })) !== null) announce(t('unlinked', { name }))
  }
  return (
    <section aria-label={t('dialog.versions')}>
      <ul className={styles['linked']}>
        {[original, ...versions].map((version) => (
          <li key={version.id}>
            <span className={styles['name']}>{version.name}</span>
            <span className={styles['note']}>
              {languageName(version.language, language)}
              {version.id === original.id && ` · ${t('dialog.original')}`}
            </span>
            {version.id !== original.id && (
              <Button
                size="small"
                aria-label={t('dialog.unlinkNamed', { name: version.name })}
                isDisabled={unlink.pending}
                onPress={() => void run(version)}
              >
                {t('dialog.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As many are shown; typing narrows the rest. */
const SHOWN = 100

interface CandidatesProps {
  readonly candidates: readonly DocumentRow[]
  readonly chosenId: number | null
  readonly role: LinkRole
  /** The role stands above the list, as a choice. */
  readonly isRoleChosen: boolean
  readonly onChoose: (id: number) => void
}

function Candidates({ candidates, chosenId, role, isRoleChosen, onChoose }: CandidatesProps) {
  const t = useT('parallels')
  const language = useLanguage()
  const waveName = useWaveName()
  const [typed, setTyped] = useState('')
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  const shown = candidates
    .filter(({ name, village }) => `${name} ${village ?? ''}`.normalize('NFKC').toLowerCase().includes(wanted))
    .slice(0, SHOWN)
  return (
    <fieldset className={styles['candidates']}>
      <legend className={isRoleChosen ? 'visually-hidden' : ''}>
        {t('dialog.which')} {t(role === 'version' ? 'dialog.asVersion' : 'dialog.asOriginal')}
      </legend>
      <SearchField label={t('dialog.filter')} value={typed} onChange={setTyped} />
      <div className={styles['list']}>
        {shown.map((row) => (
          <label key={row.id} className={styles['candidate']}>
            <input
              type="radio"
              name="candidate"
              checked={row.id === chosenId}
              onChange={() => {
                onChoose(row.id)
              }}
            />
            <span className={styles['name']}>{row.name}</span>
            <span className={styles['note']}>
              {[languageName(row.language, language), row.village, waveName(row.wave)].filter(Boolean).join(' · ')}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p className={styles['note']}>{t('dialog.noMatch')}</p>}
      </div>
    </fieldset>
  )
}

interface PreviewProps {
  readonly name: string
  readonly preview: NonNullable<ReturnType<typeof useHostQuery<'document.linkPreview'>>['data']>
}

/** What linking changes: how well the turns match, and what the version gives up. */
function Preview({ name, preview: { obstacle, turns, dropped } }: PreviewProps) {
  const t = useT('parallels')
  const language = useLanguage()
  const waveName = useWaveName()
  if (obstacle !== null) return <p role="status">{sentenceOf('errors', obstacle)}</p>
  const respondents = new Intl.ListFormat(language, { type: 'conjunction' }).format(dropped.respondents)
  const gone = [
    dropped.village !== null && t('dialog.village', { value: dropped.village }),
    dropped.wave !== null && t('dialog.wave', { value: waveName(dropped.wave) }),
    dropped.interviewDate !== null && t('dialog.date', { value: dropped.interviewDate }),
    dropped.respondents.length > 0 && t('dialog.respondents', { value: respondents }),
  ].filter((part) => part !== false)
  return (
    <div role="status" className={styles['preview']}>
      <p>{turns.shared === 0 ? t('dialog.noTurns') : t('dialog.preview', turns)}</p>
      {gone.length === 0 ? (
        <p className={styles['note']}>{t('dialog.nothingDropped')}</p>
      ) : (
        <>
          <p>{t('dialog.dropped', { name })}</p>
          <ul className={styles['gone']}>
            {gone.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['note']}>{t('dialog.undo')}</p>
    </div>
  )
}
