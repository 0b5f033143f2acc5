import { useState } from 'react'
import type { MergeProposal } from '../../../shared/contract/merge.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './BringBack.module.css'
import { FieldDiff } from './FieldDiff.tsx'
import { useMergeWords } from './use-merge-words.ts'

/** Drawn at once. */
const PAGE = 100

export interface ProposalsProps {
  readonly proposals: readonly MergeProposal[]
  /** Keys. */
  readonly accepted: ReadonlySet<string>
  readonly acceptable: readonly string[]
  readonly onAccept: (keys: ReadonlySet<string>) => void
}

/** Changes of what belongs to everybody, each to be taken over or not. */
export function Proposals({ proposals, accepted, acceptable, onAccept }: ProposalsProps) {
  const t = useT('exchange')
  const [shown, setShown] = useState(PAGE)
  if (proposals.length === 0) return null
  return (
    <section className={styles['section']}>
      <div className={styles['bar']}>
        <h4 className={styles['heading']}>{t('proposals.title', { count: proposals.length })}</h4>
        <Button
          size="small"
          isDisabled={acceptable.length === 0 || acceptable.every((key) => accepted.has(key))}
          onPress={() => {
            onAccept(new Set(acceptable))
          }}
        >
          {t('proposals.all')}
        </Button>
        <Button
          size="small"
          isDisabled={accepted.size === 0}
          onPress={() => {
            onAccept(new Set())
          }}
        >
          {t('proposals.none')}
        </Button>
      </div>
      <p className={styles['note']}>{t('proposals.about')}</p>
      <ul className={styles['list']}>
        {proposals.slice(0, shown).map((proposal) => (
          <li key={proposal.key} className={styles['entry']}>
            <Proposal
              proposal={proposal}
              isAccepted={accepted.has(proposal.key)}
              onChange={(isAccepted) => {
                const keys = new Set(accepted)
                if (isAccepted) keys.add(proposal.key)
                else keys.delete(proposal.key)
                onAccept(keys)
              }}
            />
          </li>
        ))}
      </ul>
      {proposals.length > shown && (
        <Button
          size="small"
          onPress={() => {
            setShown(shown + PAGE)
          }}
        >
          {t('proposals.more')}
        </Button>
      )}
    </section>
  )
}

interface ProposalProps {
  readonly proposal: MergeProposal
  readonly isAccepted: boolean
  readonly onChange: (isAccepted: boolean) => void
}

function Proposal({ proposal, isAccepted, onChange }: ProposalProps) {
  const t = useT('exchange')
  const words = useMergeWords()
  const { table, change, name, document, fields, splices, rows, waiting, blocked } = proposal
  const title = t(`proposals.${change}`, { kind: words.one(table), name })
  const more = splices - fields.length
  return (
    <>
      <Checkbox isSelected={isAccepted} isDisabled={blocked !== null && !isAccepted} onChange={onChange}>
        <span>
          {title}
          {document !== null && <span className={styles['muted']}> · {document}</span>}
        </span>
      </Checkbox>
      <div className={styles['details']}>
        {fields.length > 0 && <FieldDiff label={title} fields={fields} ours={t('here')} theirs={t('there')} />}
        {table === 'text' && more > 0 && <p className={styles['note']}>{t('proposals.morePlaces', { count: more })}</p>}
        {rows > 0 && table !== 'code' && <p className={styles['note']}>{t('proposals.rows', { count: rows })}</p>}
        {waiting > 0 && <p className={styles['waiting']}>{t('proposals.waiting', { count: waiting })}</p>}
        {blocked !== null && <p className={styles['blocked']}>{t(`blocked.${blocked}`)}</p>}
      </div>
    </>
  )
}
