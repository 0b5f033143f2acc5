import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useBridge } from '../../app/bridge.ts'
import { keysOf, useCommandList } from '../../app/commands.ts'
import { closeDialog, useDialogs } from '../../app/dialogs.ts'
import { useHostQuery } from '../../app/host.ts'
import { shownKeys } from '../../app/keys.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { focusDocument } from '../../reader/reading-state.ts'
import { DocumentIcon } from '../../ui/icons.tsx'
import listStyles from '../../ui/List.module.css'
import { SearchField } from '../../ui/SearchField.tsx'
import { commandEntry, documentEntry, matchEntries } from './palette-entries.ts'
import type { PaletteEntry } from './palette-entries.ts'
import styles from './Palette.module.css'

/** Ctrl/⌘ K: every command and every transcript, found by typing. */
export function Palette({ hasStudy }: { readonly hasStudy: boolean }) {
  const t = useT('palette')
  const isOpen = useDialogs((state) => state.open === 'palette')
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeDialog()
      }}
      className={styles['overlay'] ?? ''}
      data-modal=""
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('label')} className={styles['dialog'] ?? ''}>
          <Entries hasStudy={hasStudy} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Entries({ hasStudy }: { readonly hasStudy: boolean }) {
  const t = useT('palette')
  const [typed, setTyped] = useState('')
  const find = useFindEntry(typed)
  const entries = [...matchEntries(useEntries(hasStudy), typed), ...(hasStudy && find ? [find] : [])]
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField label={t('placeholder')} className={styles['search'] ?? ''} autoFocus />
      <Menu
        aria-label={t('label')}
        items={entries}
        className={styles['list'] ?? ''}
        renderEmptyState={() => <p className={styles['empty']}>{t('nothing')}</p>}
        onAction={(key) => {
          closeDialog()
          // After the dialog has given the focus back, so that what runs may take it.
          const entry = entries.find((candidate) => candidate.id === key)
          if (entry) setTimeout(entry.run)
        }}
      >
        {(entry) => (
          <MenuItem id={entry.id} textValue={entry.label} className={listStyles['item'] ?? ''}>
            <span className={listStyles['check']}>{entry.kind === 'document' && <DocumentIcon />}</span>
            <span className={styles['label']}>{entry.label}</span>
            {entry.note !== null && <span className={listStyles['keys']}>{entry.note}</span>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}

/** What was typed may stand in the transcripts: the last entry looks for it there. */
function useFindEntry(typed: string): PaletteEntry | null {
  const t = useT('palette')
  const find = useView((state) => state.find)
  const text = typed.trim()
  if (text === '') return null
  return {
    id: 'find',
    kind: 'command',
    label: t('find', { text }),
    note: null,
    run: () => {
      find(text)
    },
  }
}

function useEntries(hasStudy: boolean): readonly PaletteEntry[] {
  const { shell } = useBridge()
  const commands = useCommandList()
  const { data } = useHostQuery('document.list', {}, { enabled: hasStudy })
  const openDocument = useView((state) => state.openDocument)
  return [
    ...commands
      .filter((command) => command.enabled !== false && command.id !== 'help.palette')
      .map((command) => {
        const [keys] = keysOf(command)
        return commandEntry(command, keys === undefined ? null : shownKeys(keys, shell.os))
      }),
    ...(data?.documents ?? []).map((row) =>
      documentEntry(row, (id) => {
        openDocument(id)
        focusDocument(id)
      }),
    ),
  ]
}
