import { useMemo } from 'react'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { Select } from '../../ui/Select.tsx'
import { codeTree, flatten } from '../codebook/code-tree.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import { NO_VILLAGE, useFilterOptions } from '../search/use-filter-options.ts'
import { SettingRow } from './SettingRow.tsx'
import type { SettingsProps } from './SettingsPanel.tsx'
import styles from './SettingsPanel.module.css'

/** Whose work is compared, on which transcripts, code by code down to where. */
export function MaterialSettings(props: SettingsProps) {
  return (
    <>
      <CoderSettings {...props} />
      <DocumentSettings {...props} />
      <CodeSettings {...props} />
    </>
  )
}

function CoderSettings({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const { byId } = useCoders()
  const { data } = useHostQuery('document.list', {})
  const finished = useMemo(() => {
    const counts = new Map<number, number>()
    for (const { states, parallelOf } of data?.documents ?? [])
      for (const { coderId, state } of states)
        // Of a language version nobody reads twice.
        if (state === 'finished' && parallelOf === null) counts.set(coderId, (counts.get(coderId) ?? 0) + 1)
    return counts
  }, [data])
  return (
    <SettingRow about={t('settings.coders')} help={t('help.coders')}>
      <CheckboxGroup
        aria-label={t('settings.coders')}
        value={settings.coderIds.map(String)}
        onChange={(ids) => {
          const chosen = new Set(ids.map(Number))
          onChange({ ...settings, coderIds: [...byId.keys()].filter((id) => chosen.has(id)) })
        }}
        className={styles['list'] ?? ''}
      >
        {[...byId.values()].map((coder) => (
          <Checkbox key={coder.id} value={String(coder.id)} className={styles['coder'] ?? ''}>
            <CodeSwatch colour={coder.colour} />
            <span className={styles['name']} title={coder.name}>
              {coder.name}
            </span>
            <span className={styles['fact']}>
              {t('settings.finishedCount', { count: finished.get(coder.id) ?? 0 })}
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </SettingRow>
  )
}

type Documents = AgreementSettings['documents']

function DocumentSettings({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const { villages, documents } = useFilterOptions()
  const chosen = settings.documents
  const set = (next: Documents): void => {
    onChange({ ...settings, documents: next })
  }
  /** Nothing chosen is no restriction: all. */
  const among = (ids: readonly number[], of: (ids: number[]) => Documents): void => {
    set(ids.length === 0 ? { kind: 'all' } : of([...ids]))
  }
  return (
    <>
      <SettingRow label={t('settings.documents')} help={t('help.documents')}>
        <Select
          label={t('settings.documents')}
          isLabelHidden
          value={chosen.kind}
          options={(['all', 'assigned', 'villages', 'documents'] as const).map((value) => ({
            value,
            label: t(`documents.${value}`),
          }))}
          onChange={(kind) => {
            switch (kind) {
              case 'all':
              case 'assigned':
                set({ kind })
                break
              case 'villages':
                among(
                  villages.slice(0, 1).map(({ value }) => value),
                  (ids) => ({ kind, villageIds: villageIdsOf(ids) }),
                )
                break
              case 'documents':
                among(
                  documents.map(({ value }) => value),
                  (documentIds) => ({ kind, documentIds }),
                )
            }
          }}
        />
      </SettingRow>
      {chosen.kind === 'villages' && (
        <SettingRow label={t('settings.villages')} help={t('help.villages')}>
          <MultiSelect
            label={t('settings.villages')}
            isLabelHidden
            options={villages}
            values={chosen.villageIds.map((id) => id ?? NO_VILLAGE)}
            onChange={(ids) => {
              among(ids, (villageIds) => ({ kind: 'villages', villageIds: villageIdsOf(villageIds) }))
            }}
          />
        </SettingRow>
      )}
      {chosen.kind === 'documents' && (
        <SettingRow label={t('settings.chosen')} help={t('help.chosen')}>
          <MultiSelect
            label={t('settings.chosen')}
            isLabelHidden
            filterLabel={t('settings.findDocument')}
            options={documents}
            values={chosen.documentIds}
            onChange={(ids) => {
              among(ids, (documentIds) => ({ kind: 'documents', documentIds }))
            }}
          />
        </SettingRow>
      )}
      <SettingRow about={t('settings.finishedOnly')} help={t('help.finishedOnly')}>
        <Checkbox
          isSelected={settings.work === 'finished'}
          onChange={(isSelected) => {
            onChange({ ...settings, work: isSelected ? 'finished' : 'started' })
          }}
        >
          {t('settings.finishedOnly')}
        </Checkbox>
      </SettingRow>
    </>
  )
}

function villageIdsOf(ids: readonly number[]): (number | null)[] {
  return ids.map((id) => (id === NO_VILLAGE ? null : id))
}

function CodeSettings({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const language = useLanguage()
  const { codes } = useCodebook()
  const nodes = useMemo(() => flatten(codeTree(codes)), [codes])
  const levels = Math.max(settings.depth ?? 1, ...nodes.map(({ level }) => level + 1))
  return (
    <>
      <SettingRow label={t('settings.codes')} help={t('help.codes')}>
        <MultiSelect
          label={t('settings.codes')}
          isLabelHidden
          filterLabel={t('settings.findCode')}
          options={nodes.map(({ code, level }) => ({
            value: code.id,
            label: codeTitle(code, language),
            level,
            mark: <CodeSwatch colour={code.colour} />,
          }))}
          values={settings.codeIds ?? []}
          onChange={(ids) => {
            onChange({ ...settings, codeIds: ids.length === 0 ? null : ids })
          }}
        />
      </SettingRow>
      <SettingRow label={t('settings.depth')} help={t('help.depth')}>
        <Select
          label={t('settings.depth')}
          isLabelHidden
          value={settings.depth ?? 0}
          options={[
            { value: 0, label: t('settings.allLevels') },
            ...Array.from({ length: levels }, (_, index) => ({
              value: index + 1,
              label: t('settings.levels', { count: index + 1 }),
            })),
          ]}
          onChange={(depth) => {
            onChange({ ...settings, depth: depth === 0 ? null : depth })
          }}
        />
      </SettingRow>
      <SettingRow about={t('settings.rollUp')} help={t('help.rollUp')}>
        <Checkbox
          isSelected={settings.rollUp}
          onChange={(rollUp) => {
            onChange({ ...settings, rollUp })
          }}
        >
          {t('settings.rollUp')}
        </Checkbox>
      </SettingRow>
    </>
  )
}
