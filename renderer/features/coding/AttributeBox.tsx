import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import { useFramework } from '../episodes/use-episodes.ts'
import styles from './AttributeBox.module.css'
import type { AttributeOption } from './attribute-options.ts'
import { attributeOptions, isFree, isShort, matchingOptions, typedChange } from './attribute-options.ts'
import { codeName, codeTitle } from './code-names.ts'
import type { Attribute } from './coding-attributes.ts'
import { useCodebook } from './use-codebook.ts'
import { useCodingWords } from './use-coding-words.ts'
import type { AttributeChange } from './use-passage-actions.ts'

export interface AttributeBoxProps {
  readonly at: DOMRect
  readonly attribute: Attribute
  /** One's own codings there, shortest first. */
  readonly candidates: readonly CodingRow[]
  /** Those that are meant unless one says otherwise. */
  readonly meant: readonly CodingRow[]
  readonly onChoose: (codings: readonly CodingRow[], change: AttributeChange, words: string) => void
  readonly onClose: () => void
}

const NO_REFERENCES = { villages: [], affairs: [] }
const NO_WORDS = { actors: [], eventTimes: [] }

/** Says one thing of a coding, or of several: a digit or Enter chooses, and where it fits anything may be typed. */
export function AttributeBox({ at, attribute, candidates, meant, onChoose, onClose }: AttributeBoxProps) {
  const t = useT('passages')
  const words = useCodingWords()
  const [ids, setIds] = useState<ReadonlySet<number>>(() => new Set(meant.map(({ id }) => id)))
  const codings = candidates.filter(({ id }) => ids.has(id))
  const values = new Set(codings.map((coding) => words.valueOf(coding, attribute)))
  const [only = null] = values
  const current = values.size > 1 ? t('attributes.various') : (only ?? t(`attributes.none.${attribute}`))
  return (
    <Floating at={at} label={t(`attribute.${attribute}`)} className={styles['box'] ?? ''} onClose={onClose}>
      <div data-passages="">
        <p className={styles['head']}>
          <b>{t(`attribute.${attribute}`)}</b>
          <span>{current}</span>
        </p>
        <Targets candidates={candidates} ids={ids} onChange={setIds} />
        <Options
          attribute={attribute}
          current={values.size === 1 ? only : null}
          onChoose={(change, said) => {
            if (codings.length > 0) onChoose(codings, change, said)
          }}
          onClose={onClose}
        />
        <p className={styles['help']}>{t(`attributes.help.${attribute}`)}</p>
        <p className={styles['keys']}>{t(isShort(attribute) ? 'attributes.keysShort' : 'attributes.keys')}</p>
      </div>
    </Floating>
  )
}

interface TargetsProps {
  readonly candidates: readonly CodingRow[]
  readonly ids: ReadonlySet<number>
  readonly onChange: (ids: ReadonlySet<number>) => void
}

/** Which codings it is said of: one in words, several as a list to choose from. */
function Targets({ candidates, ids, onChange }: TargetsProps) {
  const t = useT('passages')
  const language = useLanguage()
  const { byId } = useCodebook()
  return (
    <ul className={styles['targets']} aria-label={t('attributes.targets')}>
      {candidates.map(({ id, codeId }) => {
        const code = byId.get(codeId)
        if (code === undefined) return null
        const chip = <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
        return (
          <li key={id}>
            {candidates.length === 1 ? (
              chip
            ) : (
              <label className={styles['target']}>
                <input
                  type="checkbox"
                  checked={ids.has(id)}
                  aria-label={codeTitle(code, language)}
                  onChange={(event) => {
                    const next = new Set(ids)
                    if (event.target.checked) next.add(id)
                    else next.delete(id)
                    onChange(next)
                  }}
                />
                {chip}
              </label>
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface OptionsProps {
  readonly attribute: Attribute
  /** As it is now, in words; null: none, or several. */
  readonly current: string | null
  readonly onChoose: (change: AttributeChange, words: string) => void
  readonly onClose: () => void
}

function Options({ attribute, current, onChoose, onClose }: OptionsProps) {
  const t = useT('passages')
  const id = useId()
  const framework = useFramework()
  const options = useOptions(attribute)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = typed === null ? options : matchingOptions(options, typed)
  const standing = found.findIndex(({ label }) => label === current)
  // What is typed may be new: then Enter takes the words, not the first that resembles them.
  const isTyping = isFree(attribute) && typed !== null
  const shown = Math.min(active ?? (isTyping ? -1 : Math.max(0, standing)), found.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])

  useEffect(() => {
    // What is typed into takes the focus itself.
    if (isShort(attribute)) list.current?.focus({ preventScroll: true })
  }, [attribute])

  function choose(option: AttributeOption | undefined): void {
    if (option !== undefined) onChoose(option.change, option.label)
    else if (isFree(attribute) && typed !== null) onChoose(typedChange(attribute, typed, framework), typed.trim())
    else return
    onClose()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const digit = isShort(attribute) ? /^[1-9]$/.exec(event.key)?.[0] : undefined
    if (step !== undefined) setActive((shown + step + found.length) % (found.length || 1))
    else if (digit !== undefined) choose(found[Number(digit) - 1])
    else if (event.key === 'Enter') choose(found[shown])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const activeId = shown >= 0 ? `${id}${shown}` : undefined
  return (
    <>
      {!isShort(attribute) && (
        <input
          className={styles['input']}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          aria-label={t(`attribute.${attribute}`)}
          placeholder={t(`attributes.placeholder.${attribute}`)}
          spellCheck={false}
          autoComplete="off"
          ref={focusWhenShown}
          maxLength={100}
          value={typed ?? current ?? ''}
          onFocus={(event) => {
            event.target.select()
          }}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(null)
          }}
          onKeyDown={onKeyDown}
        />
      )}
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        tabIndex={isShort(attribute) ? 0 : -1}
        aria-label={t(`attribute.${attribute}`)}
        aria-activedescendant={isShort(attribute) ? activeId : undefined}
        className={styles['list']}
        onKeyDown={isShort(attribute) ? onKeyDown : undefined}
      >
        {found.map((option, index) => (
          <div
            key={option.key}
            id={`${id}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === shown}
            className={styles['option']}
            onPointerDown={(event) => {
              // The input keeps the focus.
              event.preventDefault()
            }}
            onClick={() => {
              choose(option)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') choose(option)
            }}
          >
            {isShort(attribute) && <kbd>{index + 1}</kbd>}
            <span className={styles['words']}>{option.label}</span>
            {index === standing && <CheckIcon />}
          </div>
        ))}
        {found.length === 0 && isFree(attribute) && typed !== null && (
          <p className={styles['new']}>{t('attributes.new', { words: typed.trim() })}</p>
        )}
        {found.length === 0 && !isFree(attribute) && <p className={styles['new']}>{t('attributes.nothing')}</p>}
      </div>
    </>
  )
}

function useOptions(attribute: Attribute): AttributeOption[] {
  const t = useT('passages')
  const common = useT('common')
  const language = useLanguage()
  const framework = useFramework()
  const { data: references = NO_REFERENCES } = useHostQuery('coding.references', {})
  const { data: used = NO_WORDS } = useHostQuery(
    'coding.usedWords',
    {},
    { enabled: attribute === 'actor' || attribute === 'eventTime' },
  )
  return useMemo(
    () =>
      attributeOptions(attribute, {
        references,
        used,
        framework,
        language,
        words: {
          polarity: (value) => common(`polarity.${value}`),
          evidence: (value) => common(`evidence.${value}`),
          certainty: (value) => t(`certaintyOf.${value}`),
          none: t(`attributes.none.${attribute}`),
        },
      }),
    [attribute, references, used, framework, language, t, common],
  )
}

function focusWhenShown(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true })
}
