import { useState } from 'react'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './BulkEdit.module.css'
import type { Draft } from './draft.ts'

export interface BulkEditProps {
  readonly items: readonly ImportItem[]
  readonly drafts: readonly Draft[]
  readonly onDrafts: (drafts: readonly Draft[]) => void
}

/** Sets village or wave of all included files at once: a folder of transcripts usually comes from one of each. */
export function BulkEdit({ items, drafts, onDrafts }: BulkEditProps) {
  const t = useT('import')
  const { data } = useHostQuery('document.list', {})
  const [village, setVillage] = useState('')
  const [wave, setWave] = useState('')
  const canApply = village.trim() !== '' || wave.trim() !== ''

  function apply(): void {
    const part = {
      ...(village.trim() ? { village: village.trim() } : {}),
      ...(wave.trim() ? { wave: wave.trim() } : {}),
    }
    onDrafts(drafts.map((draft) => (draft.include ? { ...draft, ...part } : draft)))
  }

  if (items.length < 2) return null
  return (
    <form
      className={styles['bulk']}
      onSubmit={(event) => {
        event.preventDefault()
        if (canApply) apply()
      }}
    >
      <Suggestions
        values={[...(data?.documents ?? []).map((row) => row.village), ...items.map((item) => item.village)]}
      >
        {(list) => <TextField label={t('bulk.village')} list={list} value={village} onChange={setVillage} />}
      </Suggestions>
      <Suggestions values={[...(data?.documents ?? []).map((row) => row.wave), ...items.map((item) => item.wave)]}>
        {(list) => <TextField label={t('bulk.wave')} list={list} value={wave} onChange={setWave} />}
      </Suggestions>
      <Button type="submit" isDisabled={!canApply}>
        {t('bulk.apply')}
      </Button>
    </form>
  )
}
