import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { settingsSchema, type Settings } from '../../shared/contract/study.ts'

/**
 * The user's own settings (who am I, language, look): a small JSON file in Tianye's folder, not part of any study.
 * An unreadable file is set aside, never a reason not to start.
 */
export class SettingsFile {
  readonly #path: string
  #value: Settings

  constructor(folder: string) {
    this.#path = join(folder, 'settings.json')
    this.#value = read(this.#path)
  }

  get value(): Settings {
    return this.#value
  }

  update(change: Partial<Settings>): Settings {
    const value = settingsSchema.parse({ ...this.#value, ...change })
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 })
    const temporary = `${this.#path}.new`
    writeFileSync(temporary, JSON.stringify(value, null, 2), { mode: 0o600 })
    renameSync(temporary, this.#path)
    this.#value = value
    return value
  }
}

/** The account's name; accounts without one exist in containers. */
function accountName(): string {
  try {
    return userInfo().username || 'Me'
  } catch {
    return 'Me'
  }
}

function defaults(): Settings {
  const name = accountName()
  return {
    language: 'system',
    theme: 'system',
    coder: { name, initials: name.slice(0, 2).toUpperCase(), colour: '#3f6fb5' },
    reader: { fontSize: 17, snap: 'none' },
    keys: {},
  }
}

function read(path: string): Settings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return defaults()
  }
  try {
    return settingsSchema.parse({ ...defaults(), ...(JSON.parse(text) as object) })
  } catch {
    renameSync(path, `${path}.unreadable`)
    return defaults()
  }
}
