import { useEffect, useRef } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CodebookIcon, TrashIcon } from '../../ui/icons.tsx'
import { codeName, codeText } from './code-names.ts'
import styles from './PassageCard.module.css'
import { useCodebook } from './use-codebook.ts'
import { useCoders } from './use-coders.ts'

export interface PassageCardProps {
  /** Shortest first. */
  readonly codings: readonly CodingRow[]
  readonly document: OpenDocument
  readonly at: DOMRect
  /** Opened by key: it takes the focus. */
  readonly isFocused: boolean
  readonly onSelect: (coding: CodingRow) => void
  readonly onUnmark: (coding: CodingRow) => void
  readonly onOpenCode: (codeId: number) => void
  readonly onClose: () => void
  readonly onHover: (isOver: boolean) => void
}

/** All codes at one place of the text, shortest passage first. */
export function PassageCard({ codings, at, isFocused, onClose, onHover, ...rest }: PassageCardProps) {
  const t = useT('coding')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (isFocused) list.current?.querySelector('button')?.focus()
  }, [isFocused])
  return (
    <Floating
      at={at}
      label={t('card.label', { count: codings.length })}
      className={styles['card'] ?? ''}
      onClose={onClose}
      onHover={onHover}
    >
      <ul ref={list} className={styles['list']}>
        {codings.map((coding) => (
          <CardRow key={coding.id} coding={coding} {...rest} />
        ))}
      </ul>
    </Floating>
  )
}

type CardRowProps = { readonly coding: CodingRow } & Pick<
  PassageCardProps,
  'document' | 'onSelect' | 'onUnmark' | 'onOpenCode'
>

function CardRow({ coding, document, onSelect, onUnmark, onOpenCode }: CardRowProps) {
  const t = useT('coding')
  const common = useT('common')
  const language = useLanguage()
  const { byId } = useCodebook()
  const coders = useCoders()
  const code = byId.get(coding.codeId)
  if (code === undefined) return null
  const isOwn = coding.coderId === coders.currentId
  const count = countWords(document.text, document.language, [coding])
  const amount =
    amountUnit(document.language) === 'characters' ? t('amount.characters', { count }) : t('amount.words', { count })
  const facts = [
    coders.byId.get(coding.coderId)?.name,
    coding.polarity === 'affirmed' ? undefined : common(`polarity.${coding.polarity}`),
    coding.evidence === 'self' ? undefined : common(`evidence.${coding.evidence}`),
    amount,
  ].filter((fact) => fact !== undefined)
  const definition = codeText(code, language)?.definition ?? ''
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['passage']}
        onClick={() => {
          onSelect(coding)
        }}
        onKeyDown={(event) => {
          const row = event.currentTarget.closest('li')
          if (event.key === 'ArrowDown') row?.nextElementSibling?.querySelector('button')?.focus()
          else if (event.key === 'ArrowUp') row?.previousElementSibling?.querySelector('button')?.focus()
          else if (isOwn && (event.key === 'Delete' || event.key === 'Backspace')) onUnmark(coding)
          else return
          event.preventDefault()
        }}
      >
        <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
        <span className={styles['facts']}>{facts.join(' · ')}</span>
        {definition !== '' && <span className={styles['definition']}>{definition}</span>}
      </button>
      <span className={styles['actions']}>
        <IconButton
          icon={<CodebookIcon />}
          size="small"
          label={t('card.openCode')}
          onPress={() => {
            onOpenCode(code.id)
          }}
        />
        {isOwn && (
          <IconButton
            icon={<TrashIcon />}
            size="small"
            label={t('card.unmark')}
            onPress={() => {
              onUnmark(coding)
            }}
          />
        )}
      </span>
    </li>
  )
}
