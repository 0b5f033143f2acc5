import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { ExportIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useExport } from '../export/use-export.ts'

const FORMATS = [
  { id: 'xlsx', request: { format: 'agreement-xlsx' } },
  { id: 'csv', request: { format: 'agreement-csv', flavour: 'excel' } },
  { id: 'tidy', request: { format: 'agreement-csv', flavour: 'tidy' } },
  { id: 'json', request: { format: 'agreement-json' } },
] as const

/** Table, settings and sentence as a file. It is computed anew, so that the file and the study are of one moment. */
export function ExportAgreement({ settings }: { readonly settings: AgreementSettings }) {
  const t = useT('agreement')
  const { save, pending } = useExport()
  const actions = FORMATS.map(({ id, request }) => ({
    id: `export.agreement.${id}`,
    label: t(`export.${id}`),
    run: () => void save(t('export.fileName'), { ...request, agreement: settings }),
  }))
  useCommands(
    actions.map((action, index) => ({ ...action, menu: 'file' as const, order: 160 + index, enabled: !pending })),
  )
  return (
    <Menu placement="bottom end" items={actions.map(({ id, label, run }) => ({ id, label, onAction: run }))}>
      <Button icon={<ExportIcon />} isPending={pending}>
        {t('export.label')}
      </Button>
    </Menu>
  )
}
