import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { root } from './paths.ts'

/** A package whose code is inside what users get. */
export interface ShippedPackage {
  name: string
  version: string
  /** The SPDX expression it declares, or an empty string. */
  licence: string
  /** Its folder, from the repository's root. */
  folder: string
}

interface LockEntry {
  version?: string
  license?: string
  dependencies?: Record<string, string>
}

/** Licences that ask for no more than their text being passed on. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
])

/** What a licence file says where package.json names it vaguely; read by a person. */
const READ: Record<string, string> = { 'duck@0.1.12': 'BSD-2-Clause' }

/** Whether an SPDX expression of names, OR, AND and brackets leaves a permissive choice. */
export function isPermissive(expression: string): boolean {
  const bare = expression.replace(/[()]/g, ' ').trim()
  if (bare === '') return false
  return bare.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((name) => PERMISSIVE.has(name.trim())))
}

/** The areas that end up in the package. The loopback and command-line entries do not. */
const SHIPPED_SOURCES = [
  'shared/**/*.ts',
  'renderer/**/*.{ts,tsx}',
  'electron/{main,preload,host}/**/*.ts',
  'electron/entry/utility.ts',
]

/** Provided by the machine the program runs on: Electron passes on its own notices beside the program. */
const PROVIDED = new Set([...builtinModules, 'electron'])

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The packages that the shipped sources import by name. */
function importedPackages(): string[] {
  const names = new Set<string>()
  for (const file of globSync(SHIPPED_SOURCES, { cwd: root })) {
    const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'))
    for (const { fileName } of importedFiles) {
      if (/^(\.|node:)/.test(fileName) || PROVIDED.has(packageName(fileName))) continue
      names.add(packageName(fileName))
    }
  }
  return [...names]
}

/** Where a package that `folder` depends on is installed: in its own node_modules, or in one further out. */
function resolve(lock: Map<string, LockEntry>, folder: string, name: string): string | null {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const candidate = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
    if (lock.has(candidate)) return candidate
    if (from === '') return null
  }
}

/** Everything the shipped sources import, with all that those packages depend on, from the lock file. */
export function findShippedPackages(): ShippedPackage[] {
  const file = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  }
  const lock = new Map(Object.entries(file.packages))
  const waiting = importedPackages().map((name) => ({ from: '', name }))
  const found = new Map<string, ShippedPackage>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = resolve(lock, next.from, next.name)
    if (folder === null) throw new Error(`${next.name} is imported but not in the lock file`)
    if (found.has(folder)) continue
    const entry = lock.get(folder) ?? {}
    const version = entry.version ?? ''
    const licence = READ[`${next.name}@${version}`] ?? entry.license ?? ''
    found.set(folder, { name: next.name, version, licence, folder })
    for (const name of Object.keys(entry.dependencies ?? {})) waiting.push({ from: folder, name })
  }
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

/** The text a package passes on with its code, or null where it has none. */
function licenceText(shipped: ShippedPackage): string | null {
  const folder = path.join(root, shipped.folder)
  if (!existsSync(folder)) return null
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.|-|$)/i.test(file))
  return name === undefined ? null : readFileSync(path.join(folder, name), 'utf8').trim()
}

/** The notices that go with the program, as Markdown. */
export function renderNotices(packages: ShippedPackage[]): string {
  const parts = packages.map((shipped) => {
    const text = licenceText(shipped) ?? `Licensed under ${shipped.licence}.`
    const fenced = `\`\`\`\`text\n${text}\n\`\`\`\``
    return `## ${shipped.name} ${shipped.version} (${shipped.licence})\n\n${fenced}\n`
  })
  return `# Third-party notices\n\nTianye contains the following packages.\n\n${parts.join('\n')}`
}
