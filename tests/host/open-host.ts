import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { OpenOptions } from '../../electron/host/database/study-file.ts'
import { SettingsFile } from '../../electron/host/settings-file.ts'
import { StudyHost, type CallOptions, type Connection } from '../../electron/host/study-host.ts'
import type { OpenStudy } from '../../electron/host/open-study.ts'
import type { In, Name, Out } from '../../shared/contract/contract.ts'
import type { HostEvent } from '../../shared/contract/envelope.ts'
import { RESOURCES } from './resources.ts'
import { tempFolder } from './temp-folder.ts'

export interface HostOptions {
  /** An existing folder to use, e.g. that of a host that was closed; else a new one. */
  readonly folder?: string
  readonly coder?: string
  readonly access?: 'write' | 'read'
  readonly open?: OpenOptions
}

/** A host in a folder of its own, with one window on it; everything goes when the test ends. */
export class TestHost {
  readonly folder: string
  readonly settings: SettingsFile
  readonly host: StudyHost
  readonly connection: Connection
  /** What the window was told, oldest first. */
  readonly events: HostEvent[] = []

  constructor(options: HostOptions = {}) {
    this.folder = options.folder ?? tempFolder()
    const userData = join(this.folder, 'user-data')
    this.settings = new SettingsFile(userData)
    this.signInAs(options.coder ?? 'Ana')
    this.host = new StudyHost({
      settings: this.settings,
      resources: RESOURCES,
      userData,
      validateOutputs: true,
      access: options.access ?? 'write',
      open: options.open ?? {},
    })
    this.connection = this.host.connect((event) => this.events.push(event))
    onTestFinished(() => this.host.close())
  }

  /** Who the next commands are by. */
  signInAs(name: string): void {
    this.settings.update({ coder: { name, initials: name.slice(0, 2), colour: '#3f6fb5' } })
  }

  async call<N extends Name>(name: N, input: In<N>, options?: CallOptions): Promise<Out<N>> {
    return (await this.connection.call(name, input, options)) as Out<N>
  }

  /** The handle of a path, as a dialog would give it. */
  handle(path: string): string {
    return this.host.files.issue(path)
  }

  /** The open study, for looking into the file. */
  get study(): OpenStudy {
    if (this.host.study === null) throw new Error('no study is open')
    return this.host.study
  }

  async create(framework: In<'study.create'>['framework'] = 'blank', name = 'Study'): Promise<string> {
    const path = join(this.folder, `${name}.tianye`)
    await this.call('study.create', { handle: this.handle(path), name, framework, languages: ['en', 'zh-CN'] })
    return path
  }

  async open(path: string): Promise<void> {
    await this.call('study.open', { handle: this.handle(path) })
  }

  /** Closes and opens the study again, as a restart does. */
  async reopen(): Promise<void> {
    const { path } = this.study
    await this.call('study.close', {})
    await this.open(path)
  }
}

/** A host with a new study open. */
export async function openHost(
  options: HostOptions & { readonly framework?: In<'study.create'>['framework'] } = {},
): Promise<TestHost> {
  const host = new TestHost(options)
  await host.create(options.framework ?? 'blank')
  return host
}
