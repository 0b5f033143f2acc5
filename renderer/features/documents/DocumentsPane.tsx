import { useDeferredValue, useState } from 'react'
import { paneProps } from '../../app/panes.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ImportIcon } from '../../ui/icons.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useImport } from '../import/import-state.ts'
import { DocumentDialogs } from './DocumentDialogs.tsx'
import styles from './DocumentsPane.module.css'
import { DocumentTree } from './DocumentTree.tsx'

/** The left pane: the transcripts by village. */
export function DocumentsPane() {
  const t = useT('documents')
  const [typed, setTyped] = useState('')
  const filter = useDeferredValue(typed)
  const { data } = useHostQuery('document.list', {})
  const { pickTranscripts } = useImport()
  const documents = data?.documents ?? []
  const interviews = documents.filter((row) => row.parallelOf === null).length
  return (
    <section aria-label={t('pane')} className={styles['pane']} {...paneProps('documents')}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>
          {t('title')} <span className={styles['count']}>{interviews}</span>
        </h2>
        <IconButton
          size="small"
          icon={<ImportIcon />}
          label={t('import')}
          onPress={() => {
            void pickTranscripts()
          }}
        />
      </header>
      <div className={styles['filter']}>
        <SearchField label={t('filter')} value={typed} onChange={setTyped} />
      </div>
      {documents.length > 0 && <DocumentTree documents={documents} filter={filter} />}
      <DocumentDialogs />
    </section>
  )
}
