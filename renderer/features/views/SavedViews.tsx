import { useState } from 'react'
import type { ViewBody, ViewKind, ViewRow } from '../../../shared/contract/view.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CheckIcon, CloseIcon, PencilIcon, TrashIcon } from '../../ui/icons.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './SavedViews.module.css'

type BodyOf<K extends ViewKind> = Extract<ViewBody, { kind: K }>

export interface SavedViewsProps<K extends ViewKind> {
  readonly kind: K
  /** What there is to be kept now; null: nothing. */
  readonly body: BodyOf<K> | null
  /** Name that is suggested for it. */
  readonly suggestion: string
  /** Of the field for the name: "Save this search as". */
  readonly saveAs: string
  /** What is said while nothing has been saved. */
  readonly none: string
  readonly onOpen: (body: BodyOf<K>) => void
}

/** What anyone in the study has kept under a name: to be opened, renamed and deleted; and the form that keeps more. */
export function SavedViews<K extends ViewKind>(props: SavedViewsProps<K>) {
  const { kind, body, none, onOpen } = props
  const { data } = useHostQuery('view.list', { kind })
  const views = data?.views ?? []
  return (
    <>
      {body !== null && <SaveView {...props} body={body} views={views} />}
      {views.length === 0 && <p className={styles['none']}>{none}</p>}
      <ul className={styles['list']}>
        {views.map((view) => (
          <SavedView
            key={view.id}
            view={view}
            onOpen={() => {
              if (isOf(kind, view.body)) onOpen(view.body)
            }}
          />
        ))}
      </ul>
    </>
  )
}

function isOf<K extends ViewKind>(kind: K, body: ViewBody): body is BodyOf<K> {
  return body.kind === kind
}

interface SaveViewProps {
  readonly body: ViewBody
  readonly suggestion: string
  readonly saveAs: string
  readonly views: readonly ViewRow[]
}

function SaveView({ body, suggestion, saveAs, views }: SaveViewProps) {
  const t = useT('views')
  const [typed, setTyped] = useState<string | null>(null)
  const { run, pending } = useHostCommand('view.save')
  const name = (typed ?? suggestion).trim()
  const replaces = views.some((view) => view.name === name)
  return (
    <form
      className={styles['save']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '') return
        void run({ name, body }).then((saved) => {
          if (saved) setTyped(null)
        })
      }}
    >
      <TextField
        label={saveAs}
        isLabelHidden
        value={typed ?? suggestion}
        onChange={setTyped}
        className={styles['name'] ?? ''}
      />
      <Button type="submit" isPending={pending} isDisabled={name === ''}>
        {replaces ? t('replace') : t('save')}
      </Button>
    </form>
  )
}

function SavedView({ view, onOpen }: { readonly view: ViewRow; readonly onOpen: () => void }) {
  const t = useT('views')
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
      <button type="button" className={styles['run']} onClick={onOpen}>
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
