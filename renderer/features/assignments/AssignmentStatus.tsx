import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { openHandOut } from '../exchange/exchange-dialogs.ts'
import { useShownKeys } from '../../app/use-shown-keys.ts'
import { stateAt } from './assignment-lines.ts'
import type { AssignmentLine, Meant } from './assignment-lines.ts'
import styles from './Assignments.module.css'

export interface AssignmentStatusProps {
  readonly meant: Meant
  /** The line the keyboard is on. */
  readonly line: AssignmentLine | undefined
  readonly onAssign: () => void
  readonly onWithdraw: () => void
}

/** What is chosen in the table, and what can be done with it. */
export function AssignmentStatus({ meant, line, onAssign, onWithdraw }: AssignmentStatusProps) {
  const t = useT('assignments')
  const language = useLanguage()
  const { byId } = useCoders()
  const assignKeys = useShownKeys('assignments.assign')
  const withdrawKeys = useShownKeys('assignments.withdraw')
  const { documentIds, coderIds } = meant
  const names = coderIds.map((id) => byId.get(id)?.name ?? '')
  const coders = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  const [only] = coderIds
  const isOne = line?.kind === 'transcript' && documentIds.length === 1 && documentIds[0] === line.row.id
  const canAct = documentIds.length > 0 && coderIds.length > 0
  return (
    <div className={styles['status']}>
      <span role="status" className={styles['chosen']}>
        {only === undefined
          ? t('chosen.noCoder', { count: documentIds.length })
          : isOne && coderIds.length === 1
            ? t('chosen.one', { document: line.row.name, coder: coders, state: t(`state.${stateAt(line.row, only)}`) })
            : t('chosen.several', { count: documentIds.length, coders })}
      </span>
      <Button size="small" isDisabled={!canAct} onPress={onAssign}>
        {t('assign')} {assignKeys !== undefined && <kbd className={styles['keys']}>{assignKeys}</kbd>}
      </Button>
      <Button size="small" isDisabled={!canAct} onPress={onWithdraw}>
        {t('withdraw')} {withdrawKeys !== undefined && <kbd className={styles['keys']}>{withdrawKeys}</kbd>}
      </Button>
      <span className={styles['hint']}>{t('keys')}</span>
      <Button
        size="small"
        tone="quiet"
        isDisabled={documentIds.length === 0}
        onPress={() => {
          openHandOut(documentIds)
        }}
      >
        {t('handOut')}
      </Button>
    </div>
  )
}
