import { basename, extname } from 'node:path'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { In, Out } from '../../../shared/contract/contract.ts'
import { agreementBySchema } from '../../../shared/contract/agreement.ts'
import { agreementUnitSchema } from '../../../shared/contract/agreement-settings.ts'
import { agreementOutputSchema, CLI_VERSION } from '../../../shared/contract/cli.ts'
import { csvFlavourSchema } from '../../../shared/contract/transfer.ts'
import { fail } from '../../host/errors.ts'
import { agreementLinesOf } from './agreement-lines.ts'
import { printJson, printLines } from './print.ts'
import { withStudy, type Session } from './session.ts'
import { choice, parseCommand, studyAnd, UsageError } from './usage.ts'

type Settings = In<'agreement.compute'>['settings']

const OPTIONS = {
  coders: { type: 'string' },
  codes: { type: 'string' },
  unit: { type: 'string', default: 'turn' },
  by: { type: 'string' },
  profiles: { type: 'boolean', default: false },
  'no-roll-up': { type: 'boolean', default: false },
  depth: { type: 'string' },
  touch: { type: 'string', default: 'any' },
  interviewers: { type: 'boolean', default: false },
  affirmed: { type: 'boolean', default: false },
  finished: { type: 'boolean', default: false },
  overlap: { type: 'string', default: '0.5' },
  exclusive: { type: 'string' },
  empty: { type: 'string', default: 'counted' },
  intervals: { type: 'string', default: 'bootstrap' },
  replicates: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  version: { type: 'string', default: 'originals' },
  language: { type: 'string', default: 'en' },
  out: { type: 'string' },
  flavour: { type: 'string', default: 'tidy' },
} as const

/** `agreement`: how far coders agree, and where they do not. */
export async function agreementCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, OPTIONS)
  const [path = ''] = studyAnd(positionals)
  const { out, language } = values
  if (values.coders === undefined) throw new UsageError('--coders is missing: their names, with commas between them.')
  if (out !== undefined && values.json) throw new UsageError('--json and --out exclude each other.')
  const coderNames = listOf(values.coders)
  const by = values.by === undefined ? null : choice('--by', values.by, agreementBySchema.options)
  const fixed = {
    unit: choice('--unit', values.unit, agreementUnitSchema.options),
    rollUp: !values['no-roll-up'],
    depth: values.depth === undefined ? null : numberOf('--depth', values.depth),
    touch: choice('--touch', values.touch, ['any', 'half'] as const),
    interviewers: values.interviewers,
    polarity: values.affirmed ? 'affirmed' : 'any',
    work: values.finished ? 'finished' : 'started',
    overlap: numberOf('--overlap', values.overlap),
    emptyUnits: choice('--empty', values.empty, ['counted', 'left_out'] as const),
    interval: {
      method: choice('--intervals', values.intervals, ['bootstrap', 'analytic', 'none'] as const),
      replicates: numberOf('--replicates', values.replicates),
      seed: numberOf('--seed', values.seed),
    },
    version: values.version,
  } satisfies Partial<Settings>

  await withStudy(path, { access: 'read', userData: values['user-data'] }, async (session, study) => {
    const { codes } = await session.call('code.list', {})
    const settings: Settings = {
      ...fixed,
      coderIds: await coderIdsOf(session, coderNames),
      codeIds: values.codes === undefined ? null : listOf(values.codes).map((code) => codeIdOf(codes, code)),
      exclusiveBranches: listOf(values.exclusive ?? '').map((code) => codeIdOf(codes, code)),
    }
    if (out !== undefined) {
      await session.call('export.file', {
        handle: session.handle(out),
        format: formatOf(out),
        flavour: choice('--flavour', values.flavour, csvFlavourSchema.options),
        agreement: settings,
        language,
      })
      printLines([`Wrote ${basename(out)}.`])
      return
    }
    const result = await session.call('agreement.compute', { settings })
    const attributes = await session.call('agreement.attributes', { settings })
    const breakdown = by === null ? null : await session.call('agreement.by', { settings, by })
    const profiles: Out<'agreement.profileChange'> | null = values.profiles
      ? await session.call('agreement.profileChange', { settings })
      : null
    if (values.json)
      printJson(agreementOutputSchema, {
        tianye: CLI_VERSION,
        command: 'agreement',
        study,
        result,
        attributes,
        breakdown,
        profiles,
      })
    else printLines(agreementLinesOf({ result, attributes, breakdown, profiles }, language))
  })
}

function formatOf(out: string): 'agreement-csv' | 'agreement-xlsx' | 'agreement-json' {
  switch (extname(out).toLowerCase()) {
    case '.csv':
      return 'agreement-csv'
    case '.xlsx':
      return 'agreement-xlsx'
    case '.json':
      return 'agreement-json'
    default:
      throw new UsageError(`--out ends in .csv, .xlsx or .json, not "${extname(out)}".`)
  }
}

function listOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function numberOf(option: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError(`${option} is a number, not "${text}".`)
  return value
}

/** Throws `unknown_coder`. */
async function coderIdsOf(session: Session, names: readonly string[]): Promise<number[]> {
  const { coders } = await session.call('coder.list', {})
  return names.map((name) => (coders.find((coder) => coder.name === name) ?? fail('unknown_coder', { coder: name })).id)
}

/** By label, else by a name that only one code has. */
function codeIdOf(codes: readonly CodeRow[], called: string): number {
  const labelled = codes.find(({ label }) => label === called)
  if (labelled !== undefined) return labelled.id
  const [named, ...others] = codes.filter(({ texts }) => texts.some(({ name }) => name === called))
  if (named === undefined) throw new UsageError(`There is no code "${called}".`)
  if (others.length > 0) throw new UsageError(`Several codes are called "${called}"; name one by its label.`)
  return named.id
}
