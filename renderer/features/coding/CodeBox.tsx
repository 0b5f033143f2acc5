import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useBridge } from '../../app/bridge.ts'
import { shownKeys } from '../../app/keys.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import { BoxOption } from './BoxOption.tsx'
import type { Option } from './BoxOption.tsx'
import { codeName } from './code-names.ts'
import styles from './CodeBox.module.css'
import { matchCodes } from './match-codes.ts'
import { PickedCodes } from './PickedCodes.tsx'
import { recentCodes } from './recent-codes.ts'
import type { NewCode } from './use-code-actions.ts'
import { useCodebook } from './use-codebook.ts'
import { wantedCode } from './wanted-code.ts'

export interface CodeBoxProps {
  readonly at: DOMRect
  /** What it is for. */
  readonly label: string
  /** The words that it is about. */
  readonly quote: string
  /** Codes that lie on exactly these words already. */
  readonly present: ReadonlySet<number>
  /** Offered while nothing is typed; absent: all codes. */
  readonly only?: readonly number[] | undefined
  /** One code is chosen, and the box closes. */
  readonly isSingle?: boolean
  readonly onApply: (codeIds: readonly number[]) => void
  /** Makes a code, and applies it with those that were picked. Absent: none is made here. */
  readonly onCreate?: ((code: NewCode, withCodes: readonly number[]) => void) | undefined
  readonly onClose: () => void
}

/** As many as are drawn; typing another letter narrows the rest. */
const SHOWN = 100
/** As many are drawn with the box, so that it is there at once; the others once one goes towards the end of these. */
const FIRST_SHOWN = 40
const PAGE = 8

/**
 * Finds codes by typing. Enter applies, Shift+Enter picks a code and goes on, so that several are applied together,
 * Mod+Enter applies and stays; `parent/name` makes a code under another, Alt+Enter begins one under the code at hand.
 */
export function CodeBox(props: CodeBoxProps) {
  const { at, label, quote, present, only, isSingle = false, onApply, onCreate, onClose } = props
  const t = useT('coding')
  const language = useLanguage()
  const { shell } = useBridge()
  const { index, codable, byId } = useCodebook()
  // As it was when the box was opened: the list must not jump while several codes are applied.
  const [recent] = useState(recentCodes)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [pickedIds, setPickedIds] = useState<readonly number[]>([])
  // Enter takes along what one has gone to since the last pick, and nothing that only happens to be first in the list.
  const [isPointed, setIsPointed] = useState(false)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const isFiltered = typed.trim() !== ''
  const [shown, setShown] = useState(FIRST_SHOWN)
  const found = useMemo(() => {
    const codes = matchCodes(codable, typed, recent)
    return only === undefined || isFiltered ? codes : codes.filter((code) => only.includes(code.id))
  }, [codable, typed, recent, only, isFiltered])
  const wanted = onCreate === undefined ? null : wantedCode(index, typed)
  const options: Option[] = [
    ...found.slice(0, shown).map((code): Option => ({ kind: 'code', code })),
    ...(wanted === null ? [] : [{ kind: 'create', wanted } as const]),
  ]
  const current = Math.min(active, options.length - 1)
  // A code may be deleted while the box is open.
  const picked = pickedIds.flatMap((codeId) => byId.get(codeId) ?? [])

  const option = options[current]
  const isExtra = isPointed && (option?.kind === 'create' || (option && !pickedIds.includes(option.code.id)))
  /** As many as Enter applies. */
  const meant = picked.length + (isExtra === true ? 1 : 0)

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function type(text: string): void {
    setTyped(text)
    setActive(0)
    setIsPointed(text.trim() !== '')
  }

  function pick(option: Option | undefined): void {
    if (option?.kind !== 'code') return
    const codeId = option.code.id
    setPickedIds((ids) => (ids.includes(codeId) ? ids.filter((other) => other !== codeId) : [...ids, codeId]))
    setTyped('')
    setIsPointed(false)
    if (isFiltered) setActive(0)
  }

  function apply(option: Option | undefined, staysOpen: boolean): void {
    const ids = picked.map((code) => code.id)
    if (option?.kind === 'create') onCreate?.(option.wanted, ids)
    else {
      const codeIds = option === undefined || ids.includes(option.code.id) ? ids : [...ids, option.code.id]
      if (codeIds.length === 0) return
      onApply(codeIds)
    }
    setPickedIds([])
    if (staysOpen) type('')
    else onClose()
  }

  function beginUnder(option: Option | undefined): void {
    if (option?.kind !== 'code' || onCreate === undefined) return
    setTyped(`${option.code.label ?? codeName(option.code, language)}/`)
    setActive(0)
    setIsPointed(true)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key]
    const mod = shell.os === 'mac' ? event.metaKey : event.ctrlKey
    if (step !== undefined) {
      if (current + PAGE >= shown) setShown(SHOWN)
      const last = options.length - 1
      setActive(Math.abs(step) === 1 ? (current + step + last + 1) % (last + 1 || 1) : clamp(current + step, last))
      setIsPointed(true)
    } else if (event.key === 'Enter') {
      if (event.altKey) beginUnder(option)
      else if (event.shiftKey && !isSingle) pick(option)
      else apply(picked.length > 0 && !isPointed ? undefined : option, mod && !isSingle)
    } else if (event.key === 'Backspace' && typed === '' && picked.length > 0) {
      setPickedIds(pickedIds.slice(0, -1))
    } else if (event.key === 'Tab') {
      onClose()
      return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onOption(option: Option, event: MouseEvent | KeyboardEvent): void {
    if (event.shiftKey && !isSingle) pick(option)
    else apply(option, (event.ctrlKey || event.metaKey) && !isSingle)
  }

  return (
    <Floating at={at} label={label} className={styles['box'] ?? ''} onClose={onClose}>
      <p className={styles['quote']}>{quote}</p>
      {picked.length > 0 && (
        <PickedCodes
          codes={picked}
          onRemove={(codeId) => {
            setPickedIds(pickedIds.filter((other) => other !== codeId))
            input.current?.focus()
          }}
        />
      )}
      <input
        className={styles['input']}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? `${id}${current}` : undefined}
        aria-label={label}
        placeholder={t('box.placeholder')}
        spellCheck={false}
        autoComplete="off"
        ref={input}
        value={typed}
        onChange={(event) => {
          type(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={label}
        className={styles['list']}
        onScroll={() => {
          setShown(SHOWN)
        }}
      >
        {options.map((option, position) => (
          <BoxOption
            key={option.kind === 'code' ? option.code.id : 'create'}
            id={`${id}${position}`}
            option={option}
            isActive={position === current}
            isPicked={option.kind === 'code' && pickedIds.includes(option.code.id)}
            isPresent={option.kind === 'code' && present.has(option.code.id)}
            onChoose={(event) => {
              onOption(option, event)
            }}
          />
        ))}
      </div>
      {options.length === 0 && <p className={styles['note']}>{t(isFiltered ? 'box.noMatch' : 'box.noCodes')}</p>}
      {found.length > SHOWN && <p className={styles['note']}>{t('box.more', { count: found.length - SHOWN })}</p>}
      <BoxKeys
        rows={[
          ['Enter', picked.length > 0 ? t('box.applies', { count: meant }) : t('box.apply')],
          ...(isSingle
            ? []
            : ([
                ['Shift+Enter', t('box.pick')],
                ['Mod+Enter', t('box.stay')],
              ] as const)),
          ...(onCreate === undefined ? [] : ([['Alt+Enter', t('box.under')]] as const)),
        ].map(([keys, words]) => [shownKeys(keys ?? '', shell.os), words ?? ''])}
      />
    </Floating>
  )
}

function BoxKeys({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <ul className={styles['keys']}>
      {rows.map(([keys, words]) => (
        <li key={keys}>
          <kbd>{keys}</kbd> {words}
        </li>
      ))}
    </ul>
  )
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value))
}
