import type { Out } from '../../../shared/contract/contract.ts'
import type { AgreementEstimate, AgreementFigure } from '../../../shared/contract/agreement.ts'
import { textTable } from './text-table.ts'

interface Findings {
  readonly result: Out<'agreement.compute'>
  readonly attributes: Out<'agreement.attributes'>
  readonly breakdown: Out<'agreement.by'> | null
  readonly profiles: Out<'agreement.profileChange'> | null
}

/** What the command line prints without `--json`. */
export function agreementLinesOf({ result, attributes, breakdown, profiles }: Findings, language: string): string[] {
  const names = new Map(
    result.codes.map(({ id, label, names: own }) => [
      id,
      [...new Set([label, own[language] ?? Object.values(own)[0]])].filter(Boolean).join(' '),
    ]),
  )
  const nameOf = (codeId: number) => names.get(codeId) ?? '?'
  return [
    ...tableOf(result, nameOf),
    ...spansOf(result, nameOf),
    ...continuumOf(result, nameOf),
    ...attributesOf(attributes),
    ...breakdownOf(breakdown),
    ...profilesOf(profiles),
    '',
    result.sentences[language.startsWith('zh') ? 'zh-CN' : 'en'],
    ...(result.leftOut.length === 0
      ? []
      : ['', `Left out: ${result.leftOut.map(({ name, reason }) => `${name} (${spaced(reason)})`).join(', ')}`]),
  ]
}

function tableOf({ table }: Findings['result'], nameOf: (codeId: number) => string): string[] {
  if (table === null) return []
  const shown = ({ percent, positive, kappa, alpha, ac1 }: Pick<typeof table.macro, keyof typeof table.macro>) => [
    estimate(percent),
    estimate(positive),
    estimate(kappa),
    estimate(alpha),
    estimate(ac1),
  ]
  return textTable(
    [
      ['', 'a', 'b', 'c', 'd', 'percent', 'F1', 'kappa', 'alpha', 'AC1', ''],
      ...table.rows.map((row) => [
        '  '.repeat(row.depth) + nameOf(row.codeId),
        ...[row.both, row.onlyFirst, row.onlySecond, row.neither].map(String),
        ...[row.percent, row.positive, row.kappa, row.alpha, row.ac1].map(estimate),
        row.hasHeadline ? '' : spaced(row.alpha.reason ?? ''),
      ]),
      [],
      ['(mean)', '', '', '', '', ...shown(table.macro), ''],
      ['(pooled kappa)', '', '', '', '', '', '', figure(table.pooled), '', '', ''],
      ...(table.sets === null ? [] : [['(sets, MASI)', '', '', '', '', '', '', '', estimate(table.sets.masi), '', '']]),
    ],
    1,
  )
}

function spansOf({ spans }: Findings['result'], nameOf: (codeId: number) => string): string[] {
  if (spans === null) return []
  const cells = ({ matches, first, second, f1 }: typeof spans.total) => [
    ...[matches, first, second].map(String),
    figure(f1),
  ]
  return textTable(
    [
      ['', 'matched', 'first', 'second', 'F1'],
      ...spans.rows.map((row) => [nameOf(row.codeId), ...cells(row)]),
      ['(all)', ...cells(spans.total)],
    ],
    1,
  )
}

function continuumOf({ continuum }: Findings['result'], nameOf: (codeId: number) => string): string[] {
  if (continuum === null) return []
  return [
    ...textTable(
      [
        [`L = ${continuum.length}`, 'characters', '|u-alpha'],
        ...continuum.rows.map((row) => [nameOf(row.codeId), String(row.codedLength), figure(row.codedOrNot)]),
      ],
      1,
    ),
    ...continuum.branches.flatMap((branch) => [
      '',
      `${nameOf(branch.codeId)}: |u-alpha ${figure(branch.codedOrNot)}, cu-alpha ${figure(branch.coding)}${branch.overlapCount > 0 ? `; refused, ${branch.overlapCount} passages overlap` : ''}`,
      ...branch.values.map(
        ({ codeId, alpha, coverage }) =>
          `  ${nameOf(codeId)}: (k)u-alpha ${figure(alpha)}, coverage ${figure(coverage)}`,
      ),
      ...branch.overlaps.map(
        ({ documentId, one, other }) =>
          `  transcript ${documentId}: ${nameOf(one.codeId)} ${one.start}–${one.end} and ${nameOf(other.codeId)} ${other.start}–${other.end}`,
      ),
    ]),
  ]
}

function attributesOf({ matches, rows }: Findings['attributes']): string[] {
  if (matches === 0) return []
  return [
    '',
    ...textTable(
      [
        [`${matches} matched passages`, 'pairs', 'percent', 'alpha'],
        ...rows.map(({ attribute, pairs, percent, alpha }) => [
          `  ${spaced(attribute)}`,
          String(pairs),
          figure(percent),
          figure(alpha),
        ]),
      ],
      1,
    ),
  ]
}

function breakdownOf(breakdown: Findings['breakdown']): string[] {
  if (breakdown === null) return []
  return [
    '',
    ...textTable(
      [
        [`by ${breakdown.by}`, 'transcripts', 'units', 'disagreements', 'percent', 'F1', 'alpha'],
        ...breakdown.groups.map(({ name, documents, units, disagreements, macro }) => [
          name ?? '(not stated)',
          ...[documents, units, disagreements].map(String),
          figure(macro.percent),
          figure(macro.positive),
          figure(macro.alpha),
        ]),
      ],
      1,
    ),
  ]
}

function profilesOf(profiles: Findings['profiles']): string[] {
  if (profiles === null) return []
  if (profiles.frameworkId === null) return ['', 'This study has no framework, so there are no profiles.']
  return [
    '',
    ...profiles.rows.map(({ village, wave, verdicts, cellChanges, statusChanges }) => {
      const said = verdicts.map(({ status, cellId }) => (cellId === null ? status : `${cellId} (${status})`))
      return `${village}${wave === null ? '' : ` ${wave}`}: ${said.join(' | ')}${cellChanges ? ', the profile changes' : statusChanges ? ', its certainty changes' : ''}`
    }),
  ]
}

function estimate({ value, low, high }: AgreementEstimate): string {
  if (value === null) return '–'
  return low === null || high === null ? fixed(value) : `${fixed(value)} [${fixed(low)}, ${fixed(high)}]`
}

function figure({ value }: AgreementFigure): string {
  return value === null ? '–' : fixed(value)
}

function fixed(value: number): string {
  return value.toFixed(3)
}

function spaced(code: string): string {
  return code.replaceAll('_', ' ')
}
