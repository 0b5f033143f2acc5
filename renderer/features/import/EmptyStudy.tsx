import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ImportIcon } from '../../ui/icons.tsx'
import { useImport } from './import-state.ts'

/** A study without transcripts: what to do next. Files may also be dropped anywhere. */
export function EmptyStudy() {
  const t = useT('import')
  const { pickTranscripts } = useImport()
  return (
    <EmptyState title={t('empty.title')} text={t('empty.text')}>
      <Button tone="primary" icon={<ImportIcon />} onPress={() => void pickTranscripts()}>
        {t('empty.import')}
      </Button>
    </EmptyState>
  )
}
