import { useEffect } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { paneProps } from '../../app/panes.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, ImportIcon } from '../../ui/icons.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useImport } from '../import/import-state.ts'
import { CaseList } from './CaseList.tsx'
import { DocumentCommands } from './DocumentCommands.tsx'
import { DocumentDialogs } from './DocumentDialogs.tsx'
import { forgetSelection } from './document-selection.ts'
import styles from './DocumentsPane.module.css'
import { chooseList, noteOpened, recallListChoice, useListChoice } from './list-choice.ts'
import { ListMenu } from './ListMenu.tsx'
import { PaneSwitch } from './PaneSwitch.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TranscriptList } from './TranscriptList.tsx'
import { useTranscripts } from './use-transcripts.ts'

/** The left pane: the study's transcripts, or its cases. */
export function DocumentsPane() {
  const { data: status } = useHostQuery('study.status', {})
  const guid = status?.open?.guid
  const documentId = useView((state) => state.documentId)
  useEffect(() => {
    if (guid === undefined) return undefined
    recallListChoice(guid)
    return forgetSelection
  }, [guid])
  useEffect(() => {
    if (guid !== undefined && documentId !== null) noteOpened(documentId)
  }, [guid, documentId])
  const t = useT('documents')
  const { pickTranscripts } = useImport()
  const shown = useListChoice((choice) => choice.pane)
  return (
    <section aria-label={t('pane')} className={styles['pane']} {...paneProps('documents')}>
      <header className={styles['header']}>
        <PaneSwitch />
        {shown === 'transcripts' && <ListMenu />}
        <IconButton
          size="small"
          icon={<ImportIcon />}
          label={t('import')}
          onPress={() => {
            void pickTranscripts()
          }}
        />
      </header>
      {shown === 'cases' ? <CaseList /> : <Transcripts />}
      <DocumentDialogs />
    </section>
  )
}

function Transcripts() {
  const t = useT('documents')
  const typed = useListChoice((choice) => choice.typed)
  const stage = useListChoice((choice) => choice.stage)
  const { documents, list } = useTranscripts()
  if (documents === undefined || documents.length === 0)
    return (
      <>
        <DocumentCommands documents={[]} lines={[]} />
        {documents !== undefined && <p className={styles['none']}>{t('none')}</p>}
      </>
    )
  return (
    <>
      <DocumentCommands documents={documents} lines={list.rows} />
      <div className={styles['filter']}>
        <SearchField
          label={t('filter')}
          value={typed}
          onChange={(next) => {
            chooseList({ typed: next })
          }}
        />
      </div>
      <p className={styles['progress']}>
        <ProgressLine progress={list.progress} />
        <span>{t('progress', { ...list.progress })}</span>
      </p>
      {stage !== 'all' && (
        <p className={styles['only']}>
          <span>{t(`only.${stage}`)}</span>
          <IconButton
            size="small"
            icon={<CloseIcon />}
            label={t('showAll')}
            onPress={() => {
              chooseList({ stage: 'all' })
            }}
          />
        </p>
      )}
      {list.rows.length === 0 ? (
        <EmptyState title={t('noMatch')} text={t('noMatchText')} />
      ) : (
        <TranscriptList lines={list.rows} documents={documents} />
      )}
      <SelectionBar documents={documents} />
    </>
  )
}
