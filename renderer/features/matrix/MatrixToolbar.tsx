import type { In } from '../../../shared/contract/contract.ts'
import type { MatrixInput } from '../../../shared/contract/matrix.ts'
import { columnsSchema, measureSchema } from '../../../shared/contract/matrix.ts'
import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Help } from '../../ui/Help.tsx'
import { ExportIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { LeftOutNote } from '../evidence/LeftOutNote.tsx'
import { useExport } from '../export/use-export.ts'
import type { MatrixChoice } from './Matrix.tsx'
import styles from './Matrix.module.css'
import activity from '../../ui/Activity.module.css'

export interface MatrixToolbarProps {
  readonly choice: MatrixChoice
  readonly onChange: (choice: MatrixChoice) => void
  readonly input: MatrixInput
  readonly leftOut: readonly { readonly id: number; readonly name: string }[]
}

export function MatrixToolbar({ choice, onChange, input, leftOut }: MatrixToolbarProps) {
  const t = useT('matrix')
  return (
    <div className={activity['bar']}>
      <Select
        label={t('columns')}
        className={styles['choice'] ?? ''}
        options={columnsSchema.options.map((value) => ({ value, label: t(`column.${value}`) }))}
        value={choice.columns}
        onChange={(columns) => {
          onChange({ ...choice, columns })
        }}
      />
      <Select
        label={t('measure')}
        className={styles['choice'] ?? ''}
        options={measureSchema.options.map((value) => ({ value, label: t(`measures.${value}`) }))}
        value={choice.measure}
        onChange={(measure) => {
          onChange({ ...choice, measure })
        }}
      />
      <Checkbox
        isSelected={choice.rollUp}
        onChange={(rollUp) => {
          onChange({ ...choice, rollUp })
        }}
      >
        {t('rollUp')}
      </Checkbox>
      <Checkbox
        isSelected={choice.hideEmpty}
        onChange={(hideEmpty) => {
          onChange({ ...choice, hideEmpty })
        }}
      >
        {t('hideEmpty')}
      </Checkbox>
      <div className={styles['end']}>
        <LeftOutNote leftOut={leftOut} />
        <MatrixHelp />
        <ExportMatrix input={input} />
      </div>
    </div>
  )
}

function MatrixHelp() {
  const t = useT('matrix')
  return (
    <Help label={t('help.label')}>
      <p>{t('help.interviews')}</p>
      <p>{t('help.passages')}</p>
      <p>{t('help.respondents')}</p>
      <p>{t('help.amount')}</p>
      <p>{t('help.dash')}</p>
    </Help>
  )
}

type FileChoice = Pick<In<'export.file'>, 'format' | 'flavour'>

function ExportMatrix({ input }: { readonly input: MatrixInput }) {
  const t = useT('matrix')
  const { save, pending } = useExport()
  const choices: (FileChoice & { id: string; label: string })[] = [
    { id: 'export.matrix.xlsx', label: t('exportXlsx'), format: 'matrix-xlsx' },
    { id: 'export.matrix.excel', label: t('exportExcel'), format: 'matrix-csv', flavour: 'excel' },
    { id: 'export.matrix.tidy', label: t('exportTidy'), format: 'matrix-csv', flavour: 'tidy' },
  ]
  const actions = choices.map(({ id, label, ...file }) => ({
    id,
    label,
    run: () => void save(t('fileName'), { ...file, layer: input.layer, version: input.version, matrix: input }),
  }))
  useCommands(
    actions.map(({ id, label, run }, index) => ({
      id,
      label: t('exportCommand', { format: label }),
      menu: 'file' as const,
      order: 130 + index,
      enabled: !pending,
      run,
    })),
  )
  return (
    <Menu placement="bottom end" items={actions.map(({ id, label, run }) => ({ id, label, onAction: run }))}>
      <Button icon={<ExportIcon />} isPending={pending}>
        {t('export')}
      </Button>
    </Menu>
  )
}
