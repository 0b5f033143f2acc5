import { CLI_VERSION, profileCommandOutputSchema } from '../../../shared/contract/cli.ts'
import type { ProfileOutput } from '../../../shared/contract/profile.ts'
import { READING_OPTIONS } from './matrix-input.ts'
import { printJson, printLines } from './print.ts'
import { layerCalled, withStudy } from './session.ts'
import { textTable } from './text-table.ts'
import { choice, parseCommand, studyAnd } from './usage.ts'

/** `profile`: what each village's interviews add up to, wave by wave. */
export async function profileCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, { ...READING_OPTIONS, unit: { type: 'string' } })
  const [path = ''] = studyAnd(positionals)
  const unit = values.unit === undefined ? null : choice('--unit', values.unit, ['E1', 'E3'])
  await withStudy(path, { access: 'read', userData: values['user-data'] }, async (session, study) => {
    const layer = await layerCalled(session, values.layer)
    const profile = await session.call('profile.compute', { unit, layer: layer.id, version: values.version })
    if (values.json)
      printJson(profileCommandOutputSchema, { tianye: CLI_VERSION, command: 'profile', study, layer, ...profile })
    else printLines(profileLines(profile, values.language))
  })
}

type VillageProfile = NonNullable<ProfileOutput['result']>['profiles'][number]

function profileLines(output: ProfileOutput, language: string): string[] {
  const { framework, result } = output
  if (framework === null || result === null) return ['This study has no framework, so there is nothing to add up.']
  const inWords = (names: Readonly<Record<string, string>> | undefined, id: string) =>
    names?.[language] ?? Object.values(names ?? {})[0] ?? id
  const cellName = (id: string) => `${id} ${inWords(framework.cells.find((cell) => cell.id === id)?.name, id)}`

  const lines = result.profiles.flatMap((profile) => [
    ...villageLines(profile, output, cellName),
    ...profile.indices.map(
      ({ indexId, equal, pooled }) =>
        `  ${inWords(framework.indices.find(({ id }) => id === indexId)?.name, indexId)}: ${share(equal.value)} (pooled ${share(pooled.value)})`,
    ),
    '',
  ])
  const notes = [
    ...(result.unplacedDocuments.length > 0
      ? [`Transcripts without a village: ${result.unplacedDocuments.length}`]
      : []),
    ...(output.leftOut.length > 0
      ? [`Left out, coded by several and not decided: ${output.leftOut.map(({ name }) => name).join(', ')}`]
      : []),
    ...(output.missingCodes.length > 0 ? [`Codes that the framework misses: ${output.missingCodes.join(', ')}`] : []),
    'Thresholds of a verdict are conventions; shares describe what was said in the interviews.',
  ]
  return [...lines, ...notes]
}

function villageLines(profile: VillageProfile, output: ProfileOutput, cellName: (id: string) => string): string[] {
  const nameOf = (list: readonly { id: number; name: string }[], id: number | null) =>
    list.find((entry) => entry.id === id)?.name ?? null
  const wave = nameOf(output.waves, profile.waveId)
  const { verdict, statuses, determinate, respondentsCounted, respondentsInterviewed } = profile
  const called = verdict.cellId === null ? '' : `: ${cellName(verdict.cellId)}`
  return [
    [nameOf(output.villages, profile.villageId) ?? '?', ...(wave === null ? [] : [`wave ${wave}`]), profile.unit].join(
      ' · ',
    ),
    `  verdict ${verdict.status}${called}${verdict.gap === null ? '' : `, lead ${share(verdict.gap)}`}`,
    `  ${count(determinate.value)} determinate episodes of ${count(respondentsCounted.value)} respondents (${count(respondentsInterviewed.value)} interviewed), effective respondents ${fixed(profile.effectiveRespondents.value, 2)}`,
    ...textTable(
      [
        ['  cell', 'n', 'pooled', 'equal'],
        ...profile.cells.map((cell) => [
          `  ${cellName(cell.cellId)}`,
          count(cell.count.value),
          share(cell.pooled.value),
          share(cell.equal.value),
        ]),
      ],
      1,
    ),
    `  mixed ${count(statuses.mixed.value)}, incomplete ${count(statuses.incomplete.value)}, not asked ${count(statuses.notAsked.value)}; negative cases ${profile.negativeCases.length}; flags ${profile.flags.map(({ kind }) => kind.replaceAll('_', ' ')).join(', ') || 'none'}`,
  ]
}

function share(value: number | null): string {
  return fixed(value, 3)
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits)
}

function count(value: number | null): string {
  return value === null ? '–' : String(value)
}
