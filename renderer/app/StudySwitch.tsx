import { useEffect, useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { forgetCoding } from '../features/coding/coding-mode.ts'
import { ImportProvider } from '../features/import/ImportProvider.tsx'
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx'
import { StudyDialogs } from '../features/study/StudyDialogs.tsx'
import { Welcome } from '../features/welcome/Welcome.tsx'
import { AppCommands } from './AppCommands.tsx'
import { useBridge } from './bridge.ts'
import { createQueryClient, followChanges, useHostQuery } from './host.ts'
import { KeysOverlay } from './KeysOverlay.tsx'
import { useView } from './view-state.ts'
import { Workbench } from './Workbench.tsx'

/** The welcome page or the open study. */
export function StudySwitch() {
  const { data: status } = useHostQuery('study.status', {})
  if (!status) return null
  return (
    <>
      <AppCommands />
      <StudyDialogs />
      <SettingsDialog />
      <KeysOverlay />
      {status.open ? <OpenStudy key={status.open.guid} /> : <Welcome />}
    </>
  )
}

/** A cache and a view of its own for each study: the ids of one mean nothing in another. */
function OpenStudy() {
  const bridge = useBridge()
  const [client] = useState(createQueryClient)
  useEffect(() => followChanges(bridge, client), [bridge, client])
  useEffect(
    () => () => {
      useView.getState().reset()
      forgetCoding()
    },
    [],
  )
  return (
    <QueryClientProvider client={client}>
      <ImportProvider>
        <OpenStudyPanes />
      </ImportProvider>
    </QueryClientProvider>
  )
}

function OpenStudyPanes() {
  const { data: status } = useHostQuery('study.status', {})
  return status?.open ? <Workbench study={status.open} /> : null
}
