import { useState } from 'react'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { agreementSettingsSchema, scaleNameSchema } from '../../../shared/contract/agreement-settings.ts'
import type { AgreementSettings, CoefficientName } from '../../../shared/contract/agreement-settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useAgreementWords } from './figures/use-agreement-words.ts'
import { isRated } from './is-rated.ts'
import { numberOptions } from './number-options.ts'
import { SettingRow } from './SettingRow.tsx'
import type { SettingsProps } from './SettingsPanel.tsx'
import styles from './SettingsPanel.module.css'

const COEFFICIENTS = ['percent', 'positive', 'negative', 'kappa', 'alpha', 'ac1'] as const

/** Percent and F1 stand beside every other coefficient, so that none is read alone. */
function isAlways(name: CoefficientName): boolean {
  return name === 'percent' || name === 'positive'
}

/** Which figures are given, how sure one may be of them, and what they are called. */
export function FigureSettings(props: SettingsProps) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const { settings, onChange } = props
  if (!isRated(settings.unit)) return <p className={styles['calm']}>{t('settings.noFigures')}</p>
  return (
    <>
      <SettingRow about={t('settings.coefficients')} help={t('help.coefficients')}>
        <CheckboxGroup
          aria-label={t('settings.coefficients')}
          value={COEFFICIENTS.filter((name) => isAlways(name) || settings.coefficients.includes(name))}
          onChange={(chosen) => {
            onChange({ ...settings, coefficients: COEFFICIENTS.filter((name) => chosen.includes(name)) })
          }}
          className={styles['list'] ?? ''}
        >
          {COEFFICIENTS.map((name) => (
            <Checkbox key={name} value={name} isDisabled={isAlways(name)}>
              <span title={words.explain(name)}>{words.coefficient(name)}</span>
            </Checkbox>
          ))}
        </CheckboxGroup>
      </SettingRow>
      {settings.unit !== 'character' && <SetSettings {...props} />}
      <IntervalSettings {...props} />
      <SettingRow label={t('settings.scale')} help={t('help.scale')}>
        <Select
          label={t('settings.scale')}
          isLabelHidden
          value={settings.scale ?? 'none'}
          options={(['none', ...scaleNameSchema.options] as const).map((value) => ({
            value,
            label: t(`scale.${value}`),
          }))}
          onChange={(scale) => {
            onChange({ ...settings, scale: scale === 'none' ? null : scale })
          }}
        />
      </SettingRow>
    </>
  )
}

function SetSettings({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  return (
    <>
      <SettingRow about={t('settings.sets')} help={t('help.sets')}>
        <Checkbox
          isSelected={settings.sets}
          onChange={(sets) => {
            onChange({ ...settings, sets })
          }}
        >
          {t('settings.sets')}
        </Checkbox>
      </SettingRow>
      {settings.sets && (
        <SettingRow label={t('settings.emptyUnits')} help={t('help.emptyUnits')}>
          <Select
            label={t('settings.emptyUnits')}
            isLabelHidden
            value={settings.emptyUnits}
            options={(['counted', 'left_out'] as const).map((value) => ({ value, label: t(`emptyUnits.${value}`) }))}
            onChange={(emptyUnits) => {
              onChange({ ...settings, emptyUnits })
            }}
          />
        </SettingRow>
      )}
    </>
  )
}

function IntervalSettings({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const format = useFormat()
  const { interval } = settings
  const change = (part: Partial<AgreementSettings['interval']>): void => {
    onChange({ ...settings, interval: { ...interval, ...part } })
  }
  return (
    <>
      <SettingRow label={t('settings.interval')} help={t('help.interval')}>
        <Select
          label={t('settings.interval')}
          isLabelHidden
          value={interval.method}
          options={(['bootstrap', 'analytic', 'none'] as const).map((value) => ({
            value,
            label: t(`interval.${value}`),
          }))}
          onChange={(method) => {
            change({ method })
          }}
        />
      </SettingRow>
      {interval.method !== 'none' && (
        <SettingRow label={t('settings.level')} help={t('help.level')}>
          <Select
            label={t('settings.level')}
            isLabelHidden
            value={interval.level}
            options={numberOptions([0.9, 0.95, 0.99], interval.level).map((value) => ({
              value,
              label: format.share(value),
            }))}
            onChange={(level) => {
              change({ level })
            }}
          />
        </SettingRow>
      )}
      {interval.method === 'bootstrap' && (
        <>
          <SettingRow label={t('settings.replicates')} help={t('help.replicates')}>
            <Select
              label={t('settings.replicates')}
              isLabelHidden
              value={interval.replicates}
              options={numberOptions([500, 2000, 5000, 10_000], interval.replicates).map((value) => ({
                value,
                label: format.count(value),
              }))}
              onChange={(replicates) => {
                change({ replicates })
              }}
            />
          </SettingRow>
          <SettingRow label={t('settings.seed')} help={t('help.seed')}>
            <SeedField
              key={interval.seed}
              seed={interval.seed}
              onChange={(seed) => {
                change({ seed })
              }}
            />
          </SettingRow>
        </>
      )}
    </>
  )
}

/** Takes effect when it is left or Enter is pressed: half a number is no seed. */
function SeedField({ seed, onChange }: { readonly seed: number; readonly onChange: (seed: number) => void }) {
  const t = useT('agreement')
  const [typed, setTyped] = useState(String(seed))
  const { data } = agreementSettingsSchema.shape.interval.safeParse({ seed: typed === '' ? null : Number(typed) })
  const commit = (): void => {
    if (data !== undefined && data.seed !== seed) onChange(data.seed)
  }
  return (
    <TextField
      label={t('settings.seed')}
      isLabelHidden
      inputMode="numeric"
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
      }}
      errorMessage={data === undefined ? t('settings.noSeed') : undefined}
    />
  )
}
