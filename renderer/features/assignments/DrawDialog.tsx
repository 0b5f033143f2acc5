import { useState } from 'react'
import type { Draw } from '../../../shared/contract/assignment.ts'
import { announce } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { openCoderDialog } from '../coders/coder-dialog.ts'
import { useCoders } from '../coding/use-coders.ts'
import { openHandOut } from '../exchange/exchange-dialogs.ts'
import { NO_VILLAGE, useFilterOptions } from '../search/use-filter-options.ts'
import styles from './DrawDialog.module.css'
import { DrawPreview } from './DrawPreview.tsx'

/** What is typed: numbers are words until they are right. */
interface Typed {
  readonly kind: Draw['amount']['kind']
  readonly amount: string
  readonly from: Draw['from']
  readonly villageIds: readonly number[]
  readonly skipDouble: boolean
  /** null: as suggested. */
  readonly coderIds: ReadonlySet<number> | null
  readonly seed: string
}

/** Draws interviews that a second coder codes as well; shows what would be drawn before it is. */
export function DrawDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('assignments')
  const common = useT('common')
  const { byId, currentId } = useCoders()
  const { villages } = useFilterOptions()
  const { run, pending } = useHostCommand('assignment.draw')
  const [typed, setTyped] = useState<Typed>(() => ({
    kind: 'share',
    amount: '20',
    from: 'all',
    villageIds: [],
    skipDouble: true,
    coderIds: null,
    seed: newSeed(),
  }))
  const persons = [...byId.values()].filter(({ kind }) => kind === 'person')
  const coderIds =
    typed.coderIds ?? new Set(persons.filter(({ id }) => persons.length < 2 || id !== currentId).map(({ id }) => id))
  const draw = drawOf(typed, [...coderIds])
  const { data: preview, isPlaceholderData } = useHostQuery('assignment.drawPreview', draw ?? NO_DRAW, {
    enabled: draw !== null,
    keepPrevious: true,
  })
  const canDraw = draw !== null && !pending && !isPlaceholderData && (preview?.size ?? 0) > 0

  function change(part: Partial<Typed>): void {
    setTyped({ ...typed, ...part })
  }

  async function submit(): Promise<void> {
    if (!canDraw) return
    const done = await run(draw)
    if (done === null) return
    const { documentIds, of, assigned } = done
    const said = t('draw.done', { drawn: documentIds.length, candidates: of, assigned })
    announce(said)
    showToast({
      tone: 'success',
      text: said,
      action: {
        label: t('handOut'),
        run: () => {
          openHandOut(documentIds)
        },
      },
    })
    onClose()
  }

  return (
    <Dialog
      title={t('draw.title')}
      onClose={onClose}
      size="large"
      isKept
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button tone="primary" isDisabled={!canDraw} onPress={() => void submit()}>
            {preview === undefined || draw === null
              ? t('draw.draw')
              : t('draw.drawCount', { drawn: preview.size, candidates: preview.candidates })}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={styles['text']}>{t('draw.text')}</p>
        <div className={styles['fields']}>
          <Select
            label={t('draw.howMany')}
            options={(['share', 'number'] as const).map((kind) => ({ value: kind, label: t(`draw.kind.${kind}`) }))}
            value={typed.kind}
            onChange={(kind) => {
              change({ kind, amount: kind === 'share' ? '20' : String(Math.max(1, preview?.size ?? 1)) })
            }}
          />
          <TextField
            label={t(`draw.amount.${typed.kind}`)}
            value={typed.amount}
            inputMode="numeric"
            autoFocus
            errorMessage={amountOf(typed) === null ? t(`draw.wrong.${typed.kind}`) : undefined}
            onChange={(amount) => {
              change({ amount })
            }}
          />
          <Select
            label={t('draw.from')}
            options={(['all', 'finished'] as const).map((from) => ({
              value: from,
              label: t(`draw.fromChoice.${from}`),
            }))}
            value={typed.from}
            onChange={(from) => {
              change({ from })
            }}
          />
          <div className={styles['seed']}>
            <TextField
              label={t('draw.seed')}
              value={typed.seed}
              inputMode="numeric"
              errorMessage={wholeNumber(typed.seed, 0, MAX_SEED) === null ? t('draw.wrong.seed') : undefined}
              onChange={(seed) => {
                change({ seed })
              }}
            />
            <Button
              onPress={() => {
                change({ seed: newSeed() })
              }}
            >
              {t('draw.newSeed')}
            </Button>
          </div>
        </div>
        <div className={styles['choices']}>
          <MultiSelect
            label={t('draw.villages')}
            options={villages}
            values={typed.villageIds}
            onChange={(villageIds) => {
              change({ villageIds })
            }}
          />
          <Checkbox
            isSelected={typed.skipDouble}
            onChange={(skipDouble) => {
              change({ skipDouble })
            }}
          >
            {t('draw.skipDouble')}
          </Checkbox>
        </div>
        <fieldset className={styles['coders']}>
          <legend>{t('draw.coders')}</legend>
          {persons.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={coderIds.has(id)}
              onChange={(isChosen) => {
                change({ coderIds: new Set([...coderIds].filter((one) => one !== id).concat(isChosen ? [id] : [])) })
              }}
            >
              {name}
            </Checkbox>
          ))}
          <Button
            size="small"
            tone="quiet"
            onPress={() => {
              openCoderDialog({ kind: 'add' })
            }}
          >
            {t('addCoder')}
          </Button>
        </fieldset>
        {coderIds.size === 0 && <p className={styles['warning']}>{t('draw.noCoder')}</p>}
        {draw !== null && preview !== undefined && <DrawPreview preview={preview} />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

const MAX_SEED = 0xffff_ffff

/** Never asked: the question waits until there is one. */
const NO_DRAW: Draw = {
  amount: { kind: 'number', number: 1 },
  from: 'all',
  villageIds: null,
  skipDouble: true,
  coderIds: [1],
  seed: 0,
}

function drawOf({ from, villageIds, skipDouble, ...typed }: Typed, coderIds: number[]): Draw | null {
  const amount = amountOf(typed)
  const seed = wholeNumber(typed.seed, 0, MAX_SEED)
  if (amount === null || seed === null || coderIds.length === 0) return null
  return {
    amount,
    from,
    villageIds: villageIds.length === 0 ? null : villageIds.map((id) => (id === NO_VILLAGE ? null : id)),
    skipDouble,
    coderIds,
    seed,
  }
}

function amountOf({ kind, amount }: Pick<Typed, 'kind' | 'amount'>): Draw['amount'] | null {
  const value = wholeNumber(amount, 1, kind === 'share' ? 100 : 100_000)
  if (value === null) return null
  return kind === 'share' ? { kind, percent: value } : { kind, number: value }
}

function wholeNumber(typed: string, least: number, most: number): number | null {
  if (!/^\d+$/.test(typed.trim())) return null
  const value = Number(typed)
  return value >= least && value <= most ? value : null
}

/** Four digits: a seed has to be unpredictable once, and copied without a slip ever after. */
function newSeed(): string {
  return String(1000 + Math.floor(Math.random() * 9000))
}
