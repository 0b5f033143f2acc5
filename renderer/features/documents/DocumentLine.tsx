import { useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { openDocumentDialog } from './document-dialogs.ts'
import { codingsIn } from './document-tree.ts'
import type { VillageNode } from './document-tree.ts'
import styles from './DocumentLine.module.css'

export function VillageLine({ village }: { readonly village: VillageNode }) {
  const t = useT('documents')
  return (
    <>
      <span className={styles['village']} title={village.name ?? undefined}>
        {village.name ?? t('noVillage')}
      </span>
      <span className={styles['facts']}>{village.count}</span>
    </>
  )
}

/** One transcript: name, who speaks, wave, how many passages the chosen layer has there. */
export function DocumentLine({ row, isActive }: { readonly row: DocumentRow; readonly isActive: boolean }) {
  const t = useT('documents')
  const layer = useView((state) => state.layer)
  const count = codingsIn(row, layer)
  const waveName = useWaveName()
  const roles = [...new Set(row.respondents.map((person) => person.role ?? person.name))].join(', ')
  const facts = [row.parallelOf === null ? roles : row.language, waveName(row.wave)].filter(Boolean).join(' · ')
  const people = row.respondents.map((person) => person.name).join(', ')
  return (
    <>
      <span className={styles['name']} lang={row.language} title={[row.name, people].filter(Boolean).join(' · ')}>
        {row.name}
      </span>
      {facts !== '' && <span className={styles['facts']}>{facts}</span>}
      <span className={count === 0 ? styles['none'] : styles['coded']} title={t('coded', { count: count ?? 0 })}>
        {count ?? '–'}
        <span className="visually-hidden">{t('passages')}</span>
      </span>
      <DocumentMenu row={row} isOffered={isActive} />
    </>
  )
}

/** Only the row under the pointer or with the focus has its menu: two thousand would be felt when scrolling. */
function DocumentMenu({ row, isOffered }: { readonly row: DocumentRow; readonly isOffered: boolean }) {
  const t = useT('documents')
  const [isOpen, setIsOpen] = useState(false)
  if (!isOffered && !isOpen) return null
  return (
    <Menu
      placement="bottom end"
      onOpenChange={setIsOpen}
      items={[
        {
          id: 'details',
          label: t('details'),
          onAction: () => {
            openDocumentDialog('details', row.id)
          },
        },
        {
          id: 'delete',
          label: t('delete'),
          isDanger: true,
          startsGroup: true,
          onAction: () => {
            openDocumentDialog('delete', row.id)
          },
        },
      ]}
    >
      <IconButton size="small" icon={<MoreIcon />} label={t('more', { name: row.name })} />
    </Menu>
  )
}
