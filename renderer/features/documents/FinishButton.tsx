import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useShownKeys } from '../../app/use-shown-keys.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { StageMark } from './StageMark.tsx'
import { useDocumentActions } from './use-document-actions.ts'
import { isAssigned, stageOf } from './work-progress.ts'

/** How far one is with the transcript one reads; pressing it finishes or reopens it. */
export function FinishButton({ row }: { readonly row: DocumentRow }) {
  const t = useT('documents')
  const { currentId } = useCoders()
  const { setState } = useDocumentActions()
  const keys = useShownKeys('document.finish')
  const stage = stageOf(row, currentId)
  const isFinished = stage === 'finished'
  return (
    <Tooltip text={isFinished ? t('command.reopen') : t('command.finish')} keys={keys}>
      <Button
        size="small"
        tone="quiet"
        icon={<StageMark stage={stage} isAssigned={isAssigned(row, currentId)} />}
        onPress={() => void setState([row], isFinished ? 'in_progress' : 'finished')}
      >
        {t(`stage.${stage}`)}
      </Button>
    </Tooltip>
  )
}
