import { useState } from 'react'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { BulkEdit } from './BulkEdit.tsx'
import type { Draft } from './draft.ts'
import { FileDetails } from './FileDetails.tsx'
import { FileTable } from './FileTable.tsx'
import styles from './ImportReview.module.css'

export interface ImportReviewProps {
  readonly items: readonly ImportItem[]
  readonly drafts: readonly Draft[]
  readonly onDrafts: (drafts: readonly Draft[]) => void
  readonly onImport: (items: readonly ImportItem[], drafts: readonly Draft[]) => void
  readonly onClose: () => void
}

/** What was recognised in the files, to be corrected before anything is in the study. */
export function ImportReview({ items, drafts, onDrafts, onImport, onClose }: ImportReviewProps) {
  const t = useT('import')
  const [chosen, setChosen] = useState(() => Math.max(0, items.findIndex(needsAttention)))
  const included = drafts.filter((draft) => draft.include)
  const item = items[chosen]
  const draft = drafts[chosen]

  function change(index: number, part: Partial<Draft>): void {
    onDrafts(drafts.map((own, position) => (position === index ? { ...own, ...part } : own)))
  }

  return (
    <Dialog
      title={t('review.title')}
      size="full"
      isKept
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('review.cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={included.length === 0}
            onPress={() => {
              onImport(items, drafts)
            }}
          >
            {t('review.import', { count: included.length })}
          </Button>
        </>
      }
    >
      <div className={styles['review']}>
        <div className={styles['files']}>
          <BulkEdit items={items} drafts={drafts} onDrafts={onDrafts} />
          <FileTable
            items={items}
            drafts={drafts}
            chosen={chosen}
            onChoose={setChosen}
            onChange={change}
            onDrafts={onDrafts}
          />
        </div>
        {item && draft && (
          <FileDetails
            key={item.handle}
            item={item}
            draft={draft}
            drafts={drafts}
            onChange={(part) => {
              change(chosen, part)
            }}
          />
        )}
      </div>
    </Dialog>
  )
}

function needsAttention(item: ImportItem): boolean {
  return item.error !== null || item.warnings.length > 0
}
