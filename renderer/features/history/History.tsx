import type { ReactNode } from 'react'
import { runCommand, useCommandList } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RedoIcon, UndoIcon } from '../../ui/icons.tsx'
import styles from './History.module.css'
import { HistoryTable } from './HistoryTable.tsx'
import activity from '../../ui/Activity.module.css'

/** The audit trail: who did what when, and whether it still stands. Undone steps stay in it. */
export function History() {
  const t = useT('history')
  const { data, error } = useHostQuery('history.list', { before: null, limit: 1 })
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      <div className={activity['bar']}>
        <CommandButton id="edit.undo" icon={<UndoIcon />} />
        <CommandButton id="edit.redo" icon={<RedoIcon />} />
        <p className={styles['about']}>{t('onlyOwn')}</p>
      </div>
      {error && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {data?.operations.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} />}
      {data && data.operations.length > 0 && <HistoryTable />}
    </div>
  )
}

/** A command of the menus as a button, with its words: it says what would be undone. */
function CommandButton({ id, icon }: { readonly id: string; readonly icon: ReactNode }) {
  const command = useCommandList().find((candidate) => candidate.id === id)
  if (!command) return null
  return (
    <Button
      icon={icon}
      isDisabled={command.enabled === false}
      className={styles['command'] ?? ''}
      onPress={() => {
        runCommand(id)
      }}
    >
      {command.label}
    </Button>
  )
}
