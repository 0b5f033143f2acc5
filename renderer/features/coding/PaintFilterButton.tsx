import { useState } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Out } from '../../../shared/contract/contract.ts'
import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { EyeIcon } from '../../ui/icons.tsx'
import listStyles from '../../ui/List.module.css'
import { isFiltering, painted } from './paint-filter.ts'
import styles from './PaintFilter.module.css'
import { PaintFilterPanel } from './PaintFilterPanel.tsx'
import { useCodebook } from './use-codebook.ts'
import { usePaintFilter } from './use-paint-filter.ts'
import { useShownLayers } from './use-shown-layers.ts'

const NO_COUNTS: Out<'coding.tally'> = { counts: [] }

/** What is painted in the transcript: a button that opens the choice, and while something is hidden, says how much. */
export function PaintFilterButton({ documentId }: { readonly documentId: number }) {
  const t = useT('passages')
  const { filter, showAll } = usePaintFilter()
  const { codes } = useCodebook()
  const [isOpen, setOpen] = useState(false)
  const isHiding = isFiltering(filter)
  const { shows } = useShownLayers(documentId)
  const { data = NO_COUNTS } = useHostQuery('coding.tally', { documentId }, { enabled: isOpen || isHiding })
  // What the layer leaves out is not there to be painted.
  const counts = data.counts.filter(({ coderId }) => shows(coderId))
  const isPainted = painted(filter, codes)
  const sum = (rows: typeof counts): number => rows.reduce((total, { count }) => total + count, 0)

  useCommands([
    {
      id: 'view.painted',
      menu: 'view',
      order: 320,
      label: t('command.paint'),
      keys: 'Alt+H',
      checked: isHiding,
      run: () => {
        setOpen((before) => !before)
      },
    },
  ])

  return (
    <span className={styles['button']}>
      {isHiding && (
        <>
          <span className={styles['some']}>
            {t('paint.some', { painted: sum(counts.filter(isPainted)), all: sum(counts) })}
          </span>
          <Button size="small" tone="quiet" onPress={showAll}>
            {t('paint.showAll')}
          </Button>
        </>
      )}
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <IconButton icon={<EyeIcon />} size="small" label={t('paint.button')} />
        <Popover offset={4} placement="bottom end" className={listStyles['popover'] ?? ''}>
          <Dialog aria-label={t('paint.title')} className={styles['panel'] ?? ''}>
            <PaintFilterPanel counts={counts} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  )
}
