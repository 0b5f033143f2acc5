import { useState } from 'react'
import type { ViewRow } from '../../../shared/contract/view.ts'
import { patternFault } from '../../../shared/search/pattern.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CheckIcon, CloseIcon, PencilIcon, TrashIcon } from '../../ui/icons.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { changeQuery, useFind } from './find-state.ts'
import panel from './CodeHitsPanel.module.css'
import styles from './SavedSearches.module.css'

/** Searches that were kept under a name, by anyone in the study. */
export function SavedSearches() {
  const t = useT('search')
  const { data } = useHostQuery('view.list', { kind: 'search' })
  const views = data?.views ?? []
  return (
    <section aria-labelledby="saved-searches" className={panel['panel']}>
      <h3 id="saved-searches" className={panel['title']}>
        {t('saved')}
      </h3>
      <SaveSearch views={views} />
      {views.length === 0 && <p className={styles['none']}>{t('noneSaved')}</p>}
      <ul className={styles['list']}>
        {views.map((view) => (
          <SavedSearch key={view.id} view={view} />
        ))}
      </ul>
    </section>
  )
}

function SaveSearch({ views }: { readonly views: readonly ViewRow[] }) {
  const t = useT('search')
  const query = useFind((state) => state.query)
  const [typed, setTyped] = useState<string | null>(null)
  const { run, pending } = useHostCommand('view.save')
  const name = (typed ?? query.text).trim()
  const replaces = views.some((view) => view.name === name)
  if (query.text.trim() === '' || patternFault(query) !== null) return null
  return (
    <form
      className={styles['save']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '') return
        void run({ name, body: { kind: 'search', query } }).then((saved) => {
          if (saved) setTyped(null)
        })
      }}
    >
      <TextField
        label={t('saveAs')}
        isLabelHidden
        value={typed ?? query.text}
        onChange={setTyped}
        className={styles['name'] ?? ''}
      />
      <Button type="submit" isPending={pending} isDisabled={name === ''}>
        {replaces ? t('replace') : t('save')}
      </Button>
    </form>
  )
}

function SavedSearch({ view }: { readonly view: ViewRow }) {
  const t = useT('search')
  const bridge = useBridge()
  const version = useView((state) => state.version)
  const [renaming, setRenaming] = useState<string | null>(null)
  const rename = useHostCommand('view.rename')
  const remove = useHostCommand('view.remove')
  if (renaming !== null)
    return (
      <li>
        <form
          className={styles['save']}
          onSubmit={(event) => {
            event.preventDefault()
            void rename.run({ id: view.id, name: renaming }).then((done) => {
              if (done) setRenaming(null)
            })
          }}
        >
          <TextField
            label={t('newName')}
            isLabelHidden
            autoFocus
            value={renaming}
            onChange={setRenaming}
            className={styles['name'] ?? ''}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setRenaming(null)
            }}
          />
          <IconButton
            type="submit"
            icon={<CheckIcon />}
            label={t('rename')}
            size="small"
            isDisabled={renaming.trim() === ''}
          />
          <IconButton
            icon={<CloseIcon />}
            label={t('keepName')}
            size="small"
            onPress={() => {
              setRenaming(null)
            }}
          />
        </form>
      </li>
    )
  return (
    <li className={styles['view']}>
      <button
        type="button"
        className={styles['run']}
        onClick={() => {
          changeQuery(bridge, view.body.query, version)
        }}
      >
        <span className={styles['viewName']}>{view.name}</span>
        {view.coder !== null && <span className={styles['coder']}>{view.coder}</span>}
      </button>
      <IconButton
        icon={<PencilIcon />}
        label={t('renameSaved', { name: view.name })}
        size="small"
        onPress={() => {
          setRenaming(view.name)
        }}
      />
      <IconButton
        icon={<TrashIcon />}
        label={t('deleteSaved', { name: view.name })}
        size="small"
        onPress={() => void remove.run({ id: view.id })}
      />
    </li>
  )
}
