import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { polaritySchema } from '../../../shared/contract/values.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName, codeTitle } from './code-names.ts'
import { matchCodes } from './match-codes.ts'
import { isFiltering, painted, toggled } from './paint-filter.ts'
import styles from './PaintFilter.module.css'
import { SignLegend } from './SignLegend.tsx'
import { useCodebook } from './use-codebook.ts'
import { useCoders } from './use-coders.ts'
import { usePaintFilter } from './use-paint-filter.ts'

type Counts = Out<'coding.tally'>['counts']

/** From as many codes on they can be found by typing. */
const MANY = 12

/** Chooses what is painted: whose codings, of which polarity, under which codes; and explains the signs. */
export function PaintFilterPanel({ counts }: { readonly counts: Counts }) {
  const t = useT('passages')
  const common = useT('common')
  const language = useLanguage()
  const coders = useCoders()
  const { byId } = useCodebook()
  const { filter, change, showAll } = usePaintFilter()
  const only = filter.onlyCodeId === null ? undefined : byId.get(filter.onlyCodeId)
  const present = [...coders.byId.values()].filter(
    ({ id }) => filter.hiddenCoders.includes(id) || counts.some(({ coderId }) => coderId === id),
  )
  const countOf = (test: (row: Counts[number]) => boolean): number =>
    counts.filter(test).reduce((sum, { count }) => sum + count, 0)

  return (
    <>
      <div className={styles['head']}>
        <h3>{t('paint.title')}</h3>
        <Button size="small" tone="quiet" isDisabled={!isFiltering(filter)} onPress={showAll}>
          {t('paint.showAll')}
        </Button>
      </div>
      {only !== undefined && (
        <p className={styles['only']}>
          <span>{t('paint.only', { code: codeTitle(only, language) })}</span>
          <Button
            size="small"
            onPress={() => {
              change({ onlyCodeId: null })
            }}
          >
            {t('paint.onlyOff')}
          </Button>
        </p>
      )}
      <div className={styles['columns']}>
        <Group label={t('paint.coders')}>
          {present.map(({ id, name }) => (
            <Choice
              key={id}
              isOn={!filter.hiddenCoders.includes(id)}
              count={countOf((row) => row.coderId === id)}
              onChange={(isOn) => {
                change({ hiddenCoders: toggled(filter.hiddenCoders, id, !isOn) })
              }}
            >
              {name}
            </Choice>
          ))}
        </Group>
        <Group label={t('paint.polarities')}>
          {polaritySchema.options.map((polarity) => (
            <Choice
              key={polarity}
              isOn={!filter.hiddenPolarities.includes(polarity)}
              count={countOf((row) => row.polarity === polarity)}
              onChange={(isOn) => {
                change({ hiddenPolarities: toggled(filter.hiddenPolarities, polarity, !isOn) })
              }}
            >
              {common(`polarity.${polarity}`)}
            </Choice>
          ))}
        </Group>
      </div>
      <Codes counts={counts} />
      <p className={styles['note']}>{t('paint.note')}</p>
      <SignLegend />
    </>
  )
}

function Codes({ counts }: { readonly counts: Counts }) {
  const t = useT('passages')
  const language = useLanguage()
  const { codes, index } = useCodebook()
  const { filter, change } = usePaintFilter()
  const [typed, setTyped] = useState('')
  const levels = levelsOf(codes)
  const found = typed.trim() === '' ? codes : matchCodes(index, typed, [])
  // What the branch above hides is hidden, whatever its own box says.
  const isPainted = painted({ ...filter, hiddenCoders: [], hiddenPolarities: [], onlyCodeId: null }, codes)
  const total = new Map<number, number>()
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]))
  for (const { codeId, count } of counts) {
    for (let at: number | null = codeId; at !== null; at = parents.get(at) ?? null)
      total.set(at, (total.get(at) ?? 0) + count)
  }
  return (
    <Group label={t('paint.codes')}>
      {codes.length > MANY && (
        <input
          className={styles['find']}
          type="search"
          aria-label={t('paint.find')}
          placeholder={t('paint.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
        />
      )}
      <div className={styles['codes']}>
        {found.map((code) => {
          const isAboveHidden =
            code.parentId !== null && !isPainted({ codeId: code.parentId, coderId: 0, polarity: 'affirmed' })
          return (
            <Choice
              key={code.id}
              level={levels.get(code.id) ?? 0}
              isOn={!isAboveHidden && !filter.hiddenCodes.includes(code.id)}
              isDisabled={isAboveHidden}
              count={total.get(code.id) ?? 0}
              onChange={(isOn) => {
                change({ hiddenCodes: toggled(filter.hiddenCodes, code.id, !isOn) })
              }}
            >
              <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
            </Choice>
          )
        })}
        {found.length === 0 && <p className={styles['note']}>{t('paint.noCodes')}</p>}
      </div>
    </Group>
  )
}

interface ChoiceProps {
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly count: number
  /** How far it is indented. */
  readonly level?: number
  readonly children: ReactNode
  readonly onChange: (isOn: boolean) => void
}

function Choice({ isOn, isDisabled = false, count, level = 0, children, onChange }: ChoiceProps) {
  return (
    <label className={styles['choice']} style={{ paddingInlineStart: `${level}em` }}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => {
          onChange(event.target.checked)
        }}
      />
      <span className={styles['name']}>{children}</span>
      <span className={styles['count']}>{count}</span>
    </label>
  )
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  )
}

/** How many codes stand above each. */
function levelsOf(codes: readonly CodeRow[]): Map<number, number> {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]))
  return new Map(
    codes.map(({ id }) => {
      let level = 0
      for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) level++
      return [id, level]
    }),
  )
}
