import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { StudyStatus } from '../../../shared/contract/study.ts'
import type { HandlersOf, QueryContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { update } from '../database/rows.ts'
import { createStudyFile } from '../database/study-file.ts'
import { codingsByCoder } from './coder.ts'
import { checkAsSeen } from '../check-study.ts'
import { freePath } from '../file-name.ts'
import { builtInFramework, builtInFrameworks, insertFramework } from '../frameworks.ts'
import { RecentStudies } from '../recent-studies.ts'
import { samplePath } from '../sample-study.ts'
import { saveCopy } from '../save-copy.ts'
import { OpenStudy } from '../open-study.ts'
import { studySettings, updateStudySettings } from '../study-settings.ts'

export const studyHandlers: HandlersOf<'study' | 'settings'> = {
  'study.status': (context) => statusOf(context),

  'study.recents': ({ host }) => ({ recents: new RecentStudies(host.options.userData).rows(host.files) }),

  'study.frameworks': ({ host }) => ({
    frameworks: builtInFrameworks(host.options.resources).map(({ framework, codes }) => ({
      id: framework.id,
      name: framework.name,
      description: framework.description,
      codes: codes.length,
    })),
  }),

  'study.create': async ({ host, files, read }, { handle, name, framework, languages }) => {
    const file = framework === 'blank' ? null : builtInFramework(host.options.resources, framework)
    const path = handle === null ? pathInOwnFolder(host.options.userData, name) : files.pathOf(handle)
    await host.open(async () => {
      const writer = await createStudyFile(
        path,
        {
          name,
          languages,
          fill: (db) => {
            if (file !== null) insertFramework(db, file, languages[0] ?? '')
          },
        },
        host.options.open,
      )
      return new OpenStudy({ file: writer, isSample: false })
    })
    return statusOf(read())
  },

  'study.open': async ({ host, files, read }, { handle }) => {
    await host.openFile(files.pathOf(handle))
    return statusOf(read())
  },

  'study.openSample': async ({ host, read }, { fresh }) => {
    await host.openFile(await samplePath(host, fresh))
    return statusOf(read())
  },

  'study.close': async ({ host }) => {
    await host.open(() => Promise.resolve(null))
    return {}
  },

  'study.saveCopy': ({ files, whole }, { handle }) => {
    saveCopy(whole(), files.pathOf(handle), Date.now())
    return {}
  },

  'study.rename': ({ db, describe }, { name }) => {
    describe({ name })
    update(db, 'meta', 1, { name })
    return {}
  },

  'study.setBlind': ({ db, describe }, { blind }) => {
    if (!blind) describe({ context: 'off' })
    updateStudySettings(db, { blind })
    return {}
  },

  'study.check': ({ study, whole, signal, progress }) => checkAsSeen(whole().db, study().db, { signal, progress }),

  'settings.get': ({ settings }) => settings,

  'settings.update': ({ host }, change) => {
    const { name } = host.options.settings.value.coder
    const settings = host.options.settings.update(change)
    // Another person has another undo, and in blind mode sees other rows.
    if (settings.coder.name === name) host.announce(null, null, ['settings'])
    else host.announceAll()
    return settings
  },
}

function pathInOwnFolder(userData: string, name: string): string {
  const folder = join(userData, 'studies')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return freePath(folder, name, '.tianye')
}

function statusOf(context: QueryContext): StudyStatus {
  if (context.host.study === null) return { open: null }
  const { study, db } = context
  const meta = db.get<{ name: string; study_guid: string; languages: string }>(
    'SELECT name, study_guid, languages FROM meta WHERE id = 1',
  )
  if (meta === undefined) throw new Error('a study without a name row')
  const conflicts = db.pluck<number>('SELECT count(*) FROM conflict WHERE verdict IS NULL') ?? 0
  return {
    open: {
      name: meta.name,
      fileName: study.fileName,
      guid: meta.study_guid,
      languages: JSON.parse(meta.languages) as string[],
      framework: db.pluck<string>('SELECT name FROM framework ORDER BY id LIMIT 1') ?? null,
      isSample: study.isSample,
      blind: studySettings(db).blind,
      warnings: [
        ...study.warnings,
        ...(conflicts === 0 ? [] : [{ code: 'conflicts_open', params: { count: conflicts } }]),
      ],
      counts: {
        documents: count(db, 'document'),
        codes: count(db, 'code'),
        codings: sum(codingsByCoder(study).values()),
        episodes: count(db, 'episode'),
        coders: count(db, 'coder'),
        conflicts,
      },
    },
  }
}

function count(db: ReadableDb, table: 'document' | 'code' | 'episode' | 'coder'): number {
  return db.pluck<number>(`SELECT count(*) FROM ${table}`) ?? 0
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
