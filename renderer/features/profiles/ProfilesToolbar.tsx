import type { ProfileOutput } from '../../../shared/contract/profile.ts'
import { useCommands } from '../../app/commands.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { inLanguage } from '../../i18n/in-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../ui/Help.tsx'
import { ExportIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { LeftOutNote } from '../evidence/LeftOutNote.tsx'
import { useExport } from '../export/use-export.ts'
import styles from './Profiles.module.css'
import activity from '../../ui/Activity.module.css'

const UNITS = ['framework', 'E1', 'E3'] as const
export type UnitChoice = (typeof UNITS)[number]

export interface ProfilesToolbarProps {
  readonly unit: UnitChoice
  readonly onUnit: (unit: UnitChoice) => void
  readonly output: ProfileOutput
}

/** By which unit the profiles are made, by which theory, and what they do not read. */
export function ProfilesToolbar({ unit, onUnit, output }: ProfilesToolbarProps) {
  const t = useT('profiles')
  const language = useLanguage()
  const names = new Map(output.documents.map(({ id, name }) => [id, name]))
  const unplaced = output.result?.unplacedDocuments ?? []
  return (
    <div className={activity['bar']}>
      <Select
        label={t('unit')}
        className={styles['unit'] ?? ''}
        options={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
        value={unit}
        onChange={onUnit}
      />
      {output.framework && (
        <span className={styles['framework']}>
          {t('framework', { name: inLanguage(output.framework.name, language) })}
          <Help label={t('helpAbout', { section: inLanguage(output.framework.name, language) })}>
            <p>{inLanguage(output.framework.description, language)}</p>
          </Help>
        </span>
      )}
      <div className={styles['notes']}>
        <LeftOutNote leftOut={output.leftOut} />
        {unplaced.length > 0 && (
          <Note
            text={t('unplaced', { count: unplaced.length })}
            label={t('unplacedHelp')}
            why={t('unplacedWhy')}
            names={unplaced.map((id) => names.get(id) ?? '')}
          />
        )}
        {output.unfinished.length > 0 && (
          <Note
            text={t('unfinished', { count: output.unfinished.length })}
            label={t('unfinishedHelp')}
            why={t('unfinishedWhy')}
            names={output.unfinished.map(({ name }) => name)}
          />
        )}
        {output.missingCodes.length > 0 && (
          <Note
            text={t('missing', { count: output.missingCodes.length })}
            label={t('missingHelp')}
            why={t('missingWhy')}
            names={output.missingCodes}
          />
        )}
      </div>
      <ExportEpisodes />
    </div>
  )
}

interface NoteProps {
  readonly text: string
  readonly label: string
  readonly why: string
  readonly names: readonly string[]
}

function Note({ text, label, why, names }: NoteProps) {
  return (
    <span className={styles['note']}>
      {text}
      <Help label={label}>
        <p>{why}</p>
        <ul className={styles['names']}>
          {names.map((name, index) => (
            <li key={index}>{name}</li>
          ))}
        </ul>
      </Help>
    </span>
  )
}

function ExportEpisodes() {
  const t = useT('profiles')
  const layer = useView((state) => state.layer)
  const version = useView((state) => state.version)
  const { save, pending } = useExport()
  const flavours = [
    { id: 'export.episodes.excel', label: t('exportExcel'), flavour: 'excel' },
    { id: 'export.episodes.tidy', label: t('exportTidy'), flavour: 'tidy' },
  ] as const
  const actions = flavours.map(({ id, label, flavour }) => ({
    id,
    label,
    run: () => void save(t('fileName'), { format: 'episodes-csv', flavour, layer, version }),
  }))
  useCommands(
    actions.map((action, index) => ({ ...action, menu: 'file' as const, order: 140 + index, enabled: !pending })),
  )
  return (
    <Menu placement="bottom end" items={actions.map(({ id, label, run }) => ({ id, label, onAction: run }))}>
      <Button icon={<ExportIcon />} isPending={pending}>
        {t('export')}
      </Button>
    </Menu>
  )
}
