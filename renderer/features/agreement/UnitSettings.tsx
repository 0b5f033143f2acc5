import { useMemo } from 'react'
import { agreementUnitSchema } from '../../../shared/contract/agreement-settings.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { Select } from '../../ui/Select.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import { isRated } from './is-rated.ts'
import { numberOptions } from './number-options.ts'
import { SettingRow } from './SettingRow.tsx'
import type { SettingsProps } from './SettingsPanel.tsx'

/** What one rating is of, and what counts as applied there. */
export function UnitSettings(props: SettingsProps) {
  const { settings, onChange } = props
  const t = useT('agreement')
  const { unit } = settings
  return (
    <>
      <SettingRow label={t('settings.unit')} help={t('help.unit')}>
        <Select
          label={t('settings.unit')}
          isLabelHidden
          value={unit}
          options={agreementUnitSchema.options.map((value) => ({
            value,
            label: t(`unit.${value}`),
            description: t(`unitIs.${value}`),
          }))}
          onChange={(next) => {
            onChange({ ...settings, unit: next })
          }}
        />
      </SettingRow>
      {isRated(unit) && unit !== 'character' && (
        <SettingRow label={t('settings.touch')} help={t('help.touch')}>
          <Select
            label={t('settings.touch')}
            isLabelHidden
            value={settings.touch}
            options={(['any', 'half'] as const).map((value) => ({ value, label: t(`touch.${value}`) }))}
            onChange={(touch) => {
              onChange({ ...settings, touch })
            }}
          />
        </SettingRow>
      )}
      {unit === 'episode' && <EpisodesOf {...props} />}
      {unit === 'continuum' && <Branches {...props} />}
      {(unit === 'spans' || isRated(unit)) && (
        <SettingRow
          label={t('settings.overlap')}
          help={t(unit === 'spans' ? 'help.overlap' : 'help.overlapAttributes')}
        >
          <Select
            label={t('settings.overlap')}
            isLabelHidden
            value={settings.overlap}
            options={numberOptions([0, 0.5, 0.9, 1], settings.overlap).map((value) => ({
              value,
              label:
                value === 0
                  ? t('overlap.any')
                  : value === 1
                    ? t('overlap.exact')
                    : t('overlap.share', { share: value }),
            }))}
            onChange={(overlap) => {
              onChange({ ...settings, overlap })
            }}
          />
        </SettingRow>
      )}
      <SettingRow label={t('settings.polarity')} help={t('help.polarity')}>
        <Select
          label={t('settings.polarity')}
          isLabelHidden
          value={settings.polarity}
          options={(['any', 'affirmed'] as const).map((value) => ({ value, label: t(`polarity.${value}`) }))}
          onChange={(polarity) => {
            onChange({ ...settings, polarity })
          }}
        />
      </SettingRow>
      <SettingRow about={t('settings.interviewers')} help={t('help.interviewers')}>
        <Checkbox
          isSelected={settings.interviewers}
          onChange={(interviewers) => {
            onChange({ ...settings, interviewers })
          }}
        >
          {t('settings.interviewers')}
        </Checkbox>
      </SettingRow>
    </>
  )
}

/** Whose episodes are the units. */
function EpisodesOf({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const { byId } = useCoders()
  return (
    <SettingRow label={t('settings.episodesOf')} help={t('help.episodesOf')}>
      <Select
        label={t('settings.episodesOf')}
        isLabelHidden
        value={settings.episodesOf ?? 0}
        options={[
          { value: 0, label: t('settings.episodesOfStudy') },
          ...[...byId.values()].map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          onChange({ ...settings, episodesOf: id === 0 ? null : id })
        }}
      />
    </SettingRow>
  )
}

/** Codes whose subcodes exclude each other. */
function Branches({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const language = useLanguage()
  const { codes } = useCodebook()
  const branches = useMemo(() => {
    const parents = new Set(codes.flatMap(({ parentId }) => parentId ?? []))
    return codes.filter(({ id }) => parents.has(id))
  }, [codes])
  return (
    <SettingRow label={t('settings.branches')} help={t('help.branches')}>
      <MultiSelect
        label={t('settings.branches')}
        isLabelHidden
        noneLabel={t('settings.noBranches')}
        options={branches.map((code) => ({ value: code.id, label: codeTitle(code, language) }))}
        values={settings.exclusiveBranches}
        onChange={(exclusiveBranches) => {
          onChange({ ...settings, exclusiveBranches })
        }}
      />
    </SettingRow>
  )
}
