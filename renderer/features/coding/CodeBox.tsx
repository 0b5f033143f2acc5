import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useBridge } from '../../app/bridge.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { CheckIcon, PlusIcon } from '../../ui/icons.tsx'
import { codeName } from './code-names.ts'
import styles from './CodeBox.module.css'
import { isTaken, matchCodes } from './match-codes.ts'
import { recentCodes } from './recent-codes.ts'
import { useCodebook } from './use-codebook.ts'

export interface CodeBoxProps {
  readonly at: DOMRect
  /** The words that will be coded. */
  readonly quote: string
  /** Codes that lie on exactly these words already. */
  readonly present: ReadonlySet<number>
  readonly onApply: (codeId: number) => void
  readonly onCreate: (name: string) => void
  readonly onClose: () => void
}

/** As many as are drawn; typing another letter narrows the rest. */
const SHOWN = 100

type Option = { readonly kind: 'code'; readonly code: CodeRow } | { readonly kind: 'create'; readonly name: string }

/** Finds a code by typing and puts it on the selection: Enter applies, Mod+Enter applies and stays for another. */
export function CodeBox({ at, quote, present, onApply, onCreate, onClose }: CodeBoxProps) {
  const t = useT('coding')
  const { shell } = useBridge()
  const { index, codable } = useCodebook()
  // As it was when the box was opened: the list must not jump while several codes are applied.
  const [recent] = useState(recentCodes)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(() => matchCodes(codable, typed, recent), [codable, typed, recent])
  const name = typed.trim()
  const canCreate = name !== '' && !isTaken(index, name)
  const options: Option[] = [
    ...found.slice(0, SHOWN).map((code): Option => ({ kind: 'code', code })),
    ...(canCreate ? [{ kind: 'create', name } as const] : []),
  ]
  const current = Math.min(active, options.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function choose(option: Option | undefined, staysOpen: boolean): void {
    if (option === undefined) return
    if (option.kind === 'code') onApply(option.code.id)
    else onCreate(option.name)
    if (staysOpen) setTyped('')
    else onClose()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      const last = options.length - 1
      setActive(Math.abs(step) === 1 ? (current + step + last + 1) % (last + 1 || 1) : clamp(current + step, last))
    } else if (event.key === 'Enter') {
      choose(options[current], shell.os === 'mac' ? event.metaKey : event.ctrlKey)
    } else if (event.key === 'Tab') {
      onClose()
      return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Floating at={at} label={t('box.label')} className={styles['box'] ?? ''} onClose={onClose}>
      <p className={styles['quote']}>{quote}</p>
      <input
        className={styles['input']}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? `${id}${current}` : undefined}
        aria-label={t('box.label')}
        placeholder={t('box.placeholder')}
        spellCheck={false}
        autoComplete="off"
        ref={focusWhenShown}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}list`} role="listbox" aria-label={t('box.label')} className={styles['list']}>
        {options.map((option, position) => (
          <BoxOption
            key={option.kind === 'code' ? option.code.id : 'create'}
            id={`${id}${position}`}
            option={option}
            isActive={position === current}
            isPresent={option.kind === 'code' && present.has(option.code.id)}
            onChoose={(staysOpen) => {
              choose(option, staysOpen)
            }}
          />
        ))}
      </div>
      {options.length === 0 && <p className={styles['note']}>{t('box.noCodes')}</p>}
      {found.length > SHOWN && <p className={styles['note']}>{t('box.more', { count: found.length - SHOWN })}</p>}
      <p className={styles['keys']}>{t('box.keys', { mod: shell.os === 'mac' ? '⌘' : 'Ctrl' })}</p>
    </Floating>
  )
}

interface BoxOptionProps {
  readonly id: string
  readonly option: Option
  readonly isActive: boolean
  readonly isPresent: boolean
  readonly onChoose: (staysOpen: boolean) => void
}

function BoxOption({ id, option, isActive, isPresent, onChoose }: BoxOptionProps) {
  const t = useT('coding')
  const language = useLanguage()
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles['option']}
      onPointerDown={(event) => {
        // The input keeps the focus.
        event.preventDefault()
      }}
      onClick={(event) => {
        onChoose(event.ctrlKey || event.metaKey)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose(false)
      }}
    >
      {option.kind === 'create' ? (
        <>
          <PlusIcon />
          <span className={styles['name']}>{t('box.create', { name: option.name })}</span>
        </>
      ) : (
        <>
          <CodeChip
            className={styles['name'] ?? ''}
            colour={option.code.colour}
            label={option.code.label}
            name={codeName(option.code, language)}
          />
          {isPresent && (
            <span className={styles['present']}>
              <CheckIcon />
              <span className="visually-hidden">{t('box.present')}</span>
            </span>
          )}
          {option.code.shortcut !== null && <kbd>{option.code.shortcut.toUpperCase()}</kbd>}
        </>
      )}
    </div>
  )
}

function focusWhenShown(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true })
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value))
}
