import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import { currentCommands, keysOf, runCommand } from '../../app/commands.ts'
import { noteDeed } from '../../app/deeds.ts'
import { useChanged } from '../../app/host.ts'
import { chordOf, plainKeyOf } from '../../app/keys.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreIcon, TrashIcon } from '../../ui/icons.tsx'
import { codeName, codeText, codeTitle } from './code-names.ts'
import { signsOf } from './coding-attributes.ts'
import { edgesOf } from './edges-of.ts'
import styles from './PassageCard.module.css'
import { useCodebook } from './use-codebook.ts'
import { useCoders } from './use-coders.ts'
import { useCodingReferences, useCodingWords } from './use-coding-words.ts'
import { useMemoed } from './use-memoed.ts'

export interface PassageCardProps {
  /** Shortest first. */
  readonly codings: readonly CodingRow[]
  readonly document: OpenDocument
  readonly view: ReaderView
  readonly at: DOMRect
  /** Opened by key: it takes the focus. */
  readonly isFocused: boolean
  readonly onSelect: (coding: CodingRow) => void
  readonly onUnmark: (coding: CodingRow) => void
  readonly onMenu: (coding: CodingRow, at: DOMRect) => void
  readonly onClose: () => void
  readonly onHover: (isOver: boolean) => void
}

/** With more codings than this the card does without their definitions. */
const BRIEF = 3

/** All codes at one place of the text, shortest passage first, with what is said of each and how to change it. */
export function PassageCard({ codings, at, isFocused, onClose, onHover, ...rest }: PassageCardProps) {
  const t = useT('passages')
  const list = useRef<HTMLUListElement>(null)
  const rows = useAsTheyAre(rest.view, codings)
  useEffect(() => {
    noteDeed('card')
  }, [])
  useEffect(() => {
    if (isFocused) list.current?.querySelector('button')?.focus()
  }, [isFocused])
  return (
    <Floating
      at={at}
      label={t('card.label', { count: rows.length })}
      className={styles['card'] ?? ''}
      onClose={onClose}
      onHover={onHover}
    >
      <ul ref={list} className={styles['list']} data-passages="">
        {rows.map((coding) => (
          <CardRow key={coding.id} coding={coding} isBrief={rows.length > BRIEF} {...rest} />
        ))}
      </ul>
      {isFocused && <p className={styles['keys']}>{t('card.keys')}</p>}
    </Floating>
  )
}

/** The codings as the reader now knows them, while they change under the card. */
function useAsTheyAre(view: ReaderView, codings: readonly CodingRow[]): readonly CodingRow[] {
  const [, setHeard] = useState(0)
  useChanged(() => {
    setHeard((count) => count + 1)
  })
  return codings.map((coding) => view.coding(coding.id) ?? coding)
}

type CardRowProps = { readonly coding: CodingRow; readonly isBrief: boolean } & Pick<
  PassageCardProps,
  'document' | 'onSelect' | 'onUnmark' | 'onMenu'
>

function CardRow({ coding, isBrief, document, onSelect, onUnmark, onMenu }: CardRowProps) {
  const t = useT('passages')
  const amounts = useT('coding')
  const language = useLanguage()
  const { byId } = useCodebook()
  const coders = useCoders()
  const words = useCodingWords()
  const references = useCodingReferences()
  const hasMemo = useMemoed(document.id).has(coding.id)
  const code = byId.get(coding.codeId)
  if (code === undefined) return null
  const isOwn = coding.coderId === coders.currentId
  const count = countWords(document.text, document.language, [coding])
  const amount =
    amountUnit(document.language) === 'characters'
      ? amounts('amount.characters', { count })
      : amounts('amount.words', { count })
  const facts = [...words.partsOf(coding).map((part) => part.words), ...(hasMemo ? [t('hasMemo')] : [])]
  const signs = signsOf(coding, references, hasMemo)
  const definition = isBrief ? '' : (codeText(code, language)?.definition ?? '')

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const row = event.currentTarget.closest('li')
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') row?.nextElementSibling?.querySelector('button')?.focus()
    else if (event.key === 'ArrowUp') row?.previousElementSibling?.querySelector('button')?.focus()
    else if (isOwn && (event.key === 'Delete' || event.key === 'Backspace')) onUnmark(coding)
    else if (!runByLetter(event.nativeEvent)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <li className={styles['row']} data-coding={coding.id}>
      <button
        type="button"
        className={styles['passage']}
        onClick={() => {
          onSelect(coding)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          onMenu(coding, menuPlace(event.currentTarget, event))
        }}
        onKeyDown={onKeyDown}
      >
        <span className={styles['head']}>
          <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
          <span className={styles['coder']}>{coders.byId.get(coding.coderId)?.name}</span>
        </span>
        <span className={styles['quote']}>
          {edgesOf(document.text.slice(coding.start, coding.end))} <span>{amount}</span>
        </span>
        {facts.length > 0 && (
          <span className={styles['facts']}>
            <span aria-hidden="true">{signs}</span> {facts.join(' · ')}
          </span>
        )}
        {definition !== '' && <span className={styles['definition']}>{definition}</span>}
      </button>
      <span className={styles['actions']}>
        <IconButton
          icon={<MoreIcon />}
          size="small"
          label={t('card.more', { code: codeTitle(code, language) })}
          onPress={(event) => {
            onMenu(coding, event.target.getBoundingClientRect())
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

/**
 * On the card letters belong to no code, so that what takes Alt in the text is one key here: whichever keys the user has
 * given the commands. Says whether the press was one.
 */
function runByLetter(event: globalThis.KeyboardEvent): boolean {
  if (event.isComposing || event.shiftKey) return false
  const letter = plainKeyOf(event.key) ?? (/^Key([A-Z])$/.exec(event.code)?.[1] ?? '').toLowerCase()
  const command = currentCommands().find(
    ({ id, ...rest }) =>
      id.startsWith('passage.') &&
      keysOf({ id, ...rest }).some((keys) => {
        const chord = chordOf(keys)
        return chord.alt && !chord.shift && !chord.mod && !chord.ctrl && chord.key.toLowerCase() === letter
      }),
  )
  return command !== undefined && runCommand(command.id)
}

/** Where the pointer is; by keyboard, beside the line. */
function menuPlace(
  row: HTMLElement,
  { button, clientX, clientY }: { button: number; clientX: number; clientY: number },
): DOMRect {
  return button === 2 ? new DOMRect(clientX, clientY, 0, 0) : row.getBoundingClientRect()
}
