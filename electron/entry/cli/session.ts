import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { In, Name, Out } from '../../../shared/contract/contract.ts'
import type { Layer, Message } from '../../../shared/contract/values.ts'
import { fail } from '../../host/errors.ts'
import { SettingsFile } from '../../host/settings-file.ts'
import { StudyHost } from '../../host/study-host.ts'
import { userDataFolder } from '../user-data.ts'
import { ROOT } from './root.ts'

export interface SessionOptions {
  /** `read`: beside whoever has the study open. */
  readonly access: 'read' | 'write'
  /** Where the user's settings are; undefined: Tianye's own folder. */
  readonly userData: string | undefined
}

/** The engine as one command uses it: the same host and the same calls as a window's. */
export interface Session {
  call<N extends Name>(name: N, input: In<N>, onProgress?: Progress): Promise<Out<N>>
  /** The ticket for a file of the command line. */
  handle(path: string): string
}

type Progress = (done: number, total: number | null, message: Message | null) => void

/** Runs `body` with a host of its own, which is closed afterwards. */
export async function withSession<T>(options: SessionOptions, body: (session: Session) => Promise<T>): Promise<T> {
  // What a host keeps beside the settings (the list of recent studies) is none of a script's business.
  const workshop = mkdtempSync(join(realpathSync(tmpdir()), 'tianye-cli-'))
  const host = new StudyHost({
    settings: new SettingsFile(resolve(options.userData ?? userDataFolder())),
    resources: join(ROOT, 'resources'),
    userData: workshop,
    access: options.access,
  })
  const connection = host.connect(() => undefined)
  try {
    return await body({
      call: async <N extends Name>(name: N, input: In<N>, onProgress?: Progress) =>
        (await connection.call(name, input, onProgress === undefined ? {} : { progress: onProgress })) as Out<N>,
      handle: (path) => host.files.issue(resolve(path)),
    })
  } finally {
    host.close()
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** Runs `body` with the study at `path` open. */
export async function withStudy<T>(
  path: string,
  options: SessionOptions,
  body: (session: Session, study: { name: string; file: string }) => Promise<T>,
): Promise<T> {
  return withSession(options, async (session) => {
    const { open } = await session.call('study.open', { handle: session.handle(path) })
    return body(session, { name: open?.name ?? '', file: basename(path) })
  })
}

/** The layer that the user named: `study`, or a coder by name. Throws `unknown_coder` (coder). */
export async function layerCalled(session: Session, name: string): Promise<{ id: Layer; name: string }> {
  if (name === 'study') return { id: 'study', name }
  const { coders } = await session.call('coder.list', {})
  const coder = coders.find((candidate) => candidate.name === name) ?? fail('unknown_coder', { coder: name })
  return { id: coder.id, name: coder.name }
}
