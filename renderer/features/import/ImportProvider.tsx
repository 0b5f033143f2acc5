import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Bridge, PickedFile } from '../../../shared/contract/bridge.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useBridge } from '../../app/bridge.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { FileDrop } from '../../app/FileDrop.tsx'
import { showError } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { receiveStudy } from '../exchange/returned-file.ts'
import { decisionOf, draftOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { ImportContext, takeWaitingFiles } from './import-state.ts'
import type { ImportActions, ImportStep, JobProgress, TableImport } from './import-state.ts'

/** Keeps the one import that may be under way, and its dialog. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const t = useT('import')
  const bridge = useBridge()
  const [step, setStep] = useState<ImportStep>({ step: 'closed' })
  const flow = useMemo(() => importFlow(bridge, setStep), [bridge])
  useEffect(() => {
    const files = takeWaitingFiles()
    if (files.length > 0) flow.actions.receive(files)
  }, [flow])
  return (
    <ImportContext value={flow.actions}>
      <FileDrop onFiles={flow.actions.receive} hint={t('dropHint')} />
      {children}
      {step.step !== 'closed' && (
        <ImportDialog
          step={step}
          onDrafts={(drafts) => {
            if (step.step === 'review') setStep({ ...step, drafts })
          }}
          onImport={(items, drafts) => void flow.write(items, drafts)}
          onTable={(kind, file) => void flow.writeTable(kind, file)}
          onClose={flow.close}
        />
      )}
    </ImportContext>
  )
}

interface ImportFlow {
  readonly actions: ImportActions
  write(items: readonly ImportItem[], drafts: readonly Draft[]): Promise<void>
  writeTable(kind: TableImport, file: PickedFile): Promise<void>
  close(): void
}

/** The steps of an import, from files to what became of them. Each runs until it is done or closed. */
function importFlow(bridge: Bridge, setStep: (step: ImportStep) => void): ImportFlow {
  let running: AbortController | null = null

  /** Runs one job under the dialog; null where it failed or was cancelled. */
  async function run<T>(
    started: (progress: JobProgress) => ImportStep,
    job: (options: { signal: AbortSignal; onProgress: (progress: JobProgress) => void }) => Promise<T>,
  ): Promise<T | null> {
    const own = new AbortController()
    running = own
    const isCurrent = (): boolean => running === own
    setStep(started({ done: 0, total: null }))
    try {
      const value = await job({
        signal: own.signal,
        onProgress: ({ done, total }) => {
          if (isCurrent()) setStep(started({ done, total }))
        },
      })
      return isCurrent() ? value : null
    } catch (thrown) {
      const error = wireErrorOf(thrown)
      if (error.code !== 'cancelled') showError(error)
      if (isCurrent()) close()
      return null
    }
  }

  function close(): void {
    running?.abort()
    running = null
    setStep({ step: 'closed' })
  }

  async function preview(files: readonly PickedFile[]): Promise<void> {
    const handles = files.map((file) => file.handle)
    const answer = await run(
      (progress) => ({ step: 'reading', progress }),
      (options) => bridge.call('import.preview', { handles }, options),
    )
    if (answer) setStep({ step: 'review', items: answer.items, drafts: answer.items.map(draftOf) })
  }

  async function write(items: readonly ImportItem[], drafts: readonly Draft[]): Promise<void> {
    const decisions = items.map((item, index) => decisionOf(item, drafts[index] ?? draftOf(item)))
    const result = await run(
      (progress) => ({ step: 'writing', progress }),
      (options) => bridge.call('import.documents', { handles: items.map((item) => item.handle), decisions }, options),
    )
    if (result) setStep({ step: 'done', result: { ...result, failed: [...unreadable(items), ...result.failed] } })
  }

  async function writeTable(kind: TableImport, file: PickedFile): Promise<void> {
    const result = await run(
      (progress) => ({ step: 'tableWriting', fileName: file.name, progress }),
      (options) => bridge.call(kind, { handle: file.handle }, options),
    )
    if (result) setStep({ step: 'tableDone', fileName: file.name, result })
  }

  async function pick(kind: 'transcripts' | 'table'): Promise<readonly PickedFile[]> {
    try {
      return await bridge.shell.pickOpen(kind, kind === 'transcripts')
    } catch (thrown) {
      showError(wireErrorOf(thrown))
      return []
    }
  }

  return {
    write,
    writeTable,
    close,
    actions: {
      async pickTranscripts() {
        const files = await pick('transcripts')
        if (files.length > 0) await preview(files)
      },
      async pickTable(kind) {
        const [file] = await pick('table')
        if (file) await writeTable(kind, file)
      },
      receive(files) {
        const study = files.find((file) => hasEnding(file, ['.tianye']))
        const table = files.find((file) => hasEnding(file, ['.csv', '.tsv']))
        if (study) void receiveStudy(bridge, study)
        else if (table) setStep({ step: 'whichTable', file: table })
        else void preview(files)
      },
    },
  }
}

/** Files that were left out because they cannot be read: the user is told at the end, too. */
function unreadable(items: readonly ImportItem[]): Out<'import.documents'>['failed'] {
  return items.flatMap(({ fileName, error }) => (error === null ? [] : [{ fileName, error }]))
}

function hasEnding(file: PickedFile, endings: readonly string[]): boolean {
  return endings.some((ending) => file.name.toLowerCase().endsWith(ending))
}
