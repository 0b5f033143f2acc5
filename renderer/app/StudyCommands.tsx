import { AgreementCommands } from '../features/agreement/AgreementCommands.tsx'
import { AssignmentCommands } from '../features/assignments/AssignmentCommands.tsx'
import { CoderCommands } from '../features/coders/CoderCommands.tsx'
import { useImport } from '../features/import/import-state.ts'
import { FindCommands } from '../features/search/FindCommands.tsx'
import { useStudyActions } from '../features/study/study-actions.ts'
import { useT } from '../i18n/i18n.ts'
import { ACTIVITIES } from './activities.tsx'
import { useCommands } from './commands.ts'
import type { Command } from './commands.ts'
import { openDialog } from './dialogs.ts'
import { LayerCommands } from './LayerCommands.tsx'
import { setPaneShown, usePaneVisibility } from './pane-visibility.ts'
import { useView } from './view-state.ts'
import type { OpenStudyStatus } from './Workbench.tsx'

/** The commands that hold while a study is open. Those of an activity come from the activity. */
export function StudyCommands({ study }: { readonly study: OpenStudyStatus }) {
  useStudyFileCommands(study)
  useImportCommands()
  useGoCommands()
  usePaneCommands()
  return (
    <>
      <FindCommands />
      <AgreementCommands />
      <AssignmentCommands />
      <CoderCommands />
      <LayerCommands />
    </>
  )
}

function useStudyFileCommands(study: OpenStudyStatus): void {
  const t = useT('shell')
  const actions = useStudyActions()
  useCommands([
    {
      id: 'study.rename',
      menu: 'file',
      order: 200,
      label: t('command.renameStudy'),
      run: () => {
        openDialog('renameStudy')
      },
    },
    {
      id: 'study.saveCopy',
      menu: 'file',
      order: 201,
      keys: 'Mod+Shift+S',
      label: t('command.saveCopy'),
      run: () => void actions.saveCopy(study.name),
    },
    {
      id: 'study.check',
      menu: 'file',
      order: 202,
      label: t('command.checkStudy'),
      run: () => {
        openDialog('checkStudy')
      },
    },
    {
      id: 'study.close',
      menu: 'file',
      order: 300,
      label: t('command.closeStudy'),
      run: () => void actions.close(),
    },
  ])
}

function useImportCommands(): void {
  const t = useT('shell')
  const { pickTranscripts, pickTable } = useImport()
  useCommands([
    {
      id: 'import.transcripts',
      menu: 'file',
      order: 100,
      keys: 'Mod+I',
      label: t('command.importTranscripts'),
      run: () => void pickTranscripts(),
    },
    {
      id: 'import.codings',
      menu: 'file',
      order: 101,
      label: t('command.importCodings'),
      run: () => void pickTable('import.codings'),
    },
    {
      id: 'import.episodes',
      menu: 'file',
      order: 102,
      label: t('command.importEpisodes'),
      run: () => void pickTable('import.episodes'),
    },
    {
      id: 'import.attributes',
      menu: 'file',
      order: 103,
      label: t('command.importAttributes'),
      run: () => void pickTable('import.attributes'),
    },
  ])
}

function useGoCommands(): void {
  const t = useT('shell')
  const current = useView((state) => state.activity)
  const show = useView((state) => state.show)
  useCommands(
    ACTIVITIES.map<Command>(({ id }, index) => ({
      id: `go.${id}`,
      menu: 'go',
      order: index,
      keys: `Alt+${index + 1}`,
      whileTyping: true,
      label: t(`activity.${id}`),
      checked: id === current,
      run: () => {
        show(id)
      },
    })),
  )
}

function usePaneCommands(): void {
  const t = useT('shell')
  const shown = usePaneVisibility()
  useCommands([
    {
      id: 'view.documents',
      menu: 'view',
      order: 100,
      keys: 'Mod+B',
      label: t('command.showDocuments'),
      checked: shown.documents,
      run: () => {
        setPaneShown('documents', !shown.documents)
      },
    },
    {
      id: 'view.inspector',
      menu: 'view',
      order: 101,
      keys: 'Mod+Alt+B',
      label: t('command.showInspector'),
      checked: shown.inspector,
      run: () => {
        setPaneShown('inspector', !shown.inspector)
      },
    },
  ])
}
