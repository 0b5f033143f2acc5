import type { ConflictRow } from '../../../shared/contract/merge.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CommandKey } from '../walk/CommandKey.tsx'
import styles from './Conflicts.module.css'
import { FieldDiff } from './FieldDiff.tsx'
import { openConflict } from './open-conflict.ts'
import { useMergeWords } from './use-merge-words.ts'

export interface ConflictEntryProps {
  readonly conflict: ConflictRow
  readonly index: number
  /** The keys mean this one. */
  readonly isCurrent: boolean
  readonly onDecide: (verdict: 'ours' | 'theirs') => void
}

/** One row that both sides changed: ours and theirs side by side, and the buttons that decide. */
export function ConflictEntry({ conflict, index, isCurrent, onDecide }: ConflictEntryProps) {
  const t = useT('exchange')
  const words = useMergeWords()
  const language = useLanguage()
  const { table, name, kind, document, coder, at, fields, verdict, decidedBy, now, blocked } = conflict
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
  return (
    <article
      data-index={index}
      aria-current={isCurrent}
      aria-label={t('conflicts.one', { kind: words.one(table), name })}
      className={classNames(styles['entry'], isCurrent && styles['current'])}
      tabIndex={-1}
    >
      <p className={styles['what']}>
        {words.one(table)} <strong>{name}</strong>
        {document !== null && (
          <button
            type="button"
            className={styles['place']}
            onClick={() => {
              openConflict(conflict)
            }}
          >
            {document}
          </button>
        )}
        <span className={styles['muted']}>
          {t(`conflictKind.${kind}`)} · {t('conflicts.returned', { coder, day })}
        </span>
      </p>
      <FieldDiff
        label={t('conflicts.one', { kind: words.one(table), name })}
        fields={fields}
        ours={t('here')}
        theirs={t('thereOf', { coder })}
      />
      {verdict === null ? (
        <div className={styles['verdicts']}>
          <Button
            size="small"
            onPress={() => {
              onDecide('ours')
            }}
          >
            {t('decide.ours')}
            {isCurrent && <CommandKey id="conflict.ours" />}
          </Button>
          <Button
            size="small"
            isDisabled={blocked !== null}
            onPress={() => {
              onDecide('theirs')
            }}
          >
            {t('decide.theirs')}
            {isCurrent && <CommandKey id="conflict.theirs" />}
          </Button>
          {blocked !== null && <span className={styles['blocked']}>{t(`blocked.${blocked}`)}</span>}
          {now !== 'differs' && <span className={styles['muted']}>{t(`now.${now}`)}</span>}
        </div>
      ) : (
        <p className={styles['muted']}>{t(`conflicts.decidedFor.${verdict}`, { coder: decidedBy ?? '' })}</p>
      )}
    </article>
  )
}
