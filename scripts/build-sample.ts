/**
 * Builds the fictional sample study from its sources: `node scripts/build-sample.ts`.
 *
 * Each interview is written once, in both languages and with its coding inline, in
 * `resources/sample/source/<doc>.txt`, so that text, offsets and coding cannot drift apart.
 *
 *   doc: SP-F5-w1 | village: SP | respondent: F5 | role: farmer | wave: 1 | date: 2024-06-11 | consent: quote=yes share=no
 *   @memo a ‖ 备忘 ‖ A memo                     a text that codings point to with `memo=a`
 *   @episode T01-T02 affair=road time=2024-04   before the first turn of the episode
 *   [T01] Q ‖ 路的事是咋说的？                  a turn: Q is the interviewer, anything else is the speaker's label
 *   ‖ How did they put it to you?               its English, on the next line
 *   [T02] F5 ‖ {M.A:贴了张单子}……
 *   ‖ {M.A:A list went up} …
 *
 * Coding markup: `{CODE:text}`; attributes after `~`, separated by commas: `{P.G~hearsay,ref=LW:…}`.
 *   negated, hypothetical            polarity (otherwise affirmed)
 *   other, hearsay                   source: the speaker tells what others did, or what others told (otherwise self)
 *   by=committee|township|farmer|cadre   actor (otherwise empty: whoever the code implies)
 *   ref=LW                           village spoken of (otherwise empty: the speaker's own)
 *   affair=…, time=…                 otherwise those of the episode around the coding
 *   c1, c2, c3                       certainty (otherwise 3)
 *   memo=a
 *   only=1, only=2                   by the first coder alone, or by the second alone
 * Codings nest freely. Where two cross, one carries a number: `{M.R2#1:one {P.G:two}#1 three}`.
 *
 * Where the header says `second: yes`, a second coder coded the same interview: everything that does not say `only=1`.
 * `@episode` takes `only` as well.
 *
 * The header key `colon` (full, ascii, mixed) picks the sign after the speaker's label in the Chinese file.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'

export type Language = 'zh' | 'en'

export const languages: readonly Language[] = ['zh', 'en']

const segmentColumns = [
  'doc_id',
  'turn_id',
  'start_cp',
  'end_cp',
  'text',
  'code_id',
  'coder',
  'polarity',
  'source',
  'actor',
  'referent_village',
  'affair_id',
  'event_time',
  'certainty',
  'memo',
] as const

const episodeColumns = ['doc_id', 'episode_id', 'start_cp', 'end_cp', 'affair_id', 'event_time', 'coder'] as const

type Row<Column extends string> = Record<Column, string | number>
type SegmentRow = Row<(typeof segmentColumns)[number]>
type EpisodeRow = Row<(typeof episodeColumns)[number]>

interface Turn {
  ref: string
  speaker: string
  marked: Record<Language, string>
}

interface Episode {
  first: number
  last: number
  affair: string
  time: string
  /** The coder who alone has it. */
  only: string | undefined
}

interface Interview {
  header: Map<string, string>
  memos: Map<string, Record<Language, string>>
  turns: Turn[]
  episodes: Episode[]
}

interface Mark {
  code: string
  attributes: string[]
  /** Code points from the start of the speech. */
  start: number
  end: number
}

/** Which of the two coders: as in `only`. The names are those of `resources/sample/study.json`. */
const coders = { 1: '示例 Sample', 2: '林溪 Lin Xi' } as const
type Coder = keyof typeof coders
const firstLine = '# FICTIONAL DEMO 虚构演示'
const villages: Record<string, Record<Language, string>> = {
  LW: { zh: 'LW 柳湾', en: 'LW Liuwan' },
  SP: { zh: 'SP 石坡', en: 'SP Shipo' },
  SG: { zh: 'SG 沙岗', en: 'SG Shagang' },
}
const actors: Record<string, string> = {
  cadre: 'resident_cadre',
  committee: 'village_committee',
  township: 'township',
  farmer: 'farmer',
}

/** Reads one source file. Throws with the document and the line at fault. */
export function parseInterview(source: string): Interview {
  const [headerLine = '', ...lines] = source.split('\n')
  const header = new Map(
    headerLine.split(' | ').map((part) => {
      const at = part.indexOf(': ')
      return [part.slice(0, at), part.slice(at + 2)] as const
    }),
  )
  const interview: Interview = { header, memos: new Map(), turns: [], episodes: [] }
  const spans: { first: string; last: string; affair: string; time: string; only: string | undefined }[] = []
  for (const line of lines) {
    const memo = /^@memo (\S+) ‖ (.+) ‖ (.+)$/u.exec(line)
    const episode = /^@episode (T\d+)-(T\d+) affair=(\S+)(?: time=(\S+))?(?: only=([12]))?$/u.exec(line)
    const turn = /^\[(T\d+)\] (\S+) ‖ (.+)$/u.exec(line)
    const english = /^‖ (.+)$/u.exec(line)
    const previous = interview.turns.at(-1)
    if (memo) interview.memos.set(memo[1]!, { zh: memo[2]!, en: memo[3]! })
    else if (episode) {
      const [, first = '', last = '', affair = '', time = '', only] = episode
      spans.push({ first, last, affair, time, only })
    } else if (turn) interview.turns.push({ ref: turn[1]!, speaker: turn[2]!, marked: { zh: turn[3]!, en: '' } })
    else if (english && previous && !previous.marked.en) previous.marked.en = english[1]!
    else if (line) throw new Error(`${header.get('doc')}: cannot read "${line}"`)
  }
  interview.episodes = spans.map(({ first, last, affair, time, only }) => {
    const at = (ref: string) => interview.turns.findIndex((turn) => turn.ref === ref)
    if (at(first) < 0 || at(last) < at(first)) throw new Error(`${header.get('doc')}: no turns ${first}-${last}`)
    return { first: at(first), last: at(last), affair, time, only }
  })
  return interview
}

/** Takes the markup out of a turn: the bare speech, and its codings in code points of it. */
export function parseMarks(marked: string): { speech: string; marks: Mark[] } {
  const marks: Mark[] = []
  const open: { mark: Mark; number: string }[] = []
  let speech = ''
  let length = 0
  for (const [token] of marked.matchAll(/\{[^{}:]+:|\}(?:#\d)?|[^]/gu)) {
    if (token.startsWith('{')) {
      const [, code = '', attributes = '', number = ''] = /^\{([^~#:]+)(?:~([^#:]+))?(#\d)?:$/u.exec(token) ?? []
      const mark = { code, attributes: attributes ? attributes.split(',') : [], start: length, end: -1 }
      if (!code) throw new Error(`cannot read ${token}`)
      marks.push(mark)
      open.push({ mark, number })
    } else if (token.startsWith('}')) {
      const at = open.findLastIndex(({ number }) => number === token.slice(1))
      const [closed] = at < 0 ? [] : open.splice(at, 1)
      if (!closed || closed.mark.start === length) throw new Error(`nothing to close: ${marked}`)
      closed.mark.end = length
    } else {
      speech += token
      length += 1
    }
  }
  if (open.length > 0) throw new Error(`never closed: ${marked}`)
  return { speech, marks }
}

function documentName(interview: Interview, language: Language): string {
  return `${interview.header.get('doc')}${language === 'en' ? '.en' : ''}`
}

/** The header as transcripts carry it: the village by name, the language, and in English the original it translates. */
function headerLine(interview: Interview, language: Language): string {
  const fields = new Map(interview.header)
  fields.delete('colon')
  fields.delete('second')
  const village = fields.get('village') ?? ''
  fields.set('doc', documentName(interview, language))
  fields.set('village', villages[village]?.[language] ?? village)
  fields.set('lang', language === 'zh' ? 'zh-CN' : 'en')
  if (language === 'en') fields.set('parallel', documentName(interview, 'zh'))
  const consent = fields.get('consent') ?? ''
  fields.delete('consent')
  fields.set('consent', consent)
  return [...fields].map(([key, value]) => `${key}: ${value}`).join(' | ')
}

function turnLabel(interview: Interview, index: number, language: Language): string {
  const { ref, speaker } = interview.turns[index]!
  const colon = interview.header.get('colon') ?? 'full'
  const narrow = colon === 'ascii' || (colon === 'mixed' && speaker !== 'Q')
  const sign = language === 'en' ? ': ' : narrow ? ':' : '：'
  const name = speaker !== 'Q' ? speaker : language === 'zh' ? '访谈者' : 'Interviewer'
  return `[${ref}] ${name}${sign}`
}

/** A coder's own episodes. */
function episodesOf(interview: Interview, coder: Coder): Episode[] {
  return interview.episodes.filter(({ only }) => only === undefined || only === String(coder))
}

function isOf(coder: Coder, { attributes }: Mark): boolean {
  return !attributes.includes(coder === 1 ? 'only=2' : 'only=1')
}

function segmentRow(
  interview: Interview,
  language: Language,
  coder: Coder,
  turn: number,
  { code, attributes }: Mark,
  span: { start_cp: number; end_cp: number; text: string },
): SegmentRow {
  const episode = episodesOf(interview, coder).find(({ first, last }) => first <= turn && turn <= last)
  const row: SegmentRow = {
    doc_id: documentName(interview, language),
    turn_id: interview.turns[turn]!.ref,
    ...span,
    code_id: code,
    coder: coders[coder],
    polarity: 'affirmed',
    source: 'self',
    actor: '',
    referent_village: '',
    affair_id: episode?.affair ?? '',
    event_time: episode?.time ?? '',
    certainty: 3,
    memo: '',
  }
  for (const attribute of attributes) {
    const [key = '', value = ''] = attribute.split('=')
    const memo = interview.memos.get(value)
    if (key === 'negated' || key === 'hypothetical') row.polarity = key
    else if (key === 'other' || key === 'hearsay') row.source = key
    else if (key === 'by' && actors[value]) row.actor = actors[value]
    else if (key === 'ref' && villages[value]) row.referent_village = value
    else if (key === 'affair') row.affair_id = value
    else if (key === 'time') row.event_time = value
    else if (/^c[123]$/u.test(key)) row.certainty = Number(key[1])
    else if (key === 'memo' && memo) row.memo = coder === 1 ? memo[language] : ''
    else if (key === 'only' && (value === '1' || value === '2')) continue
    else throw new Error(`${row.doc_id} ${row.turn_id}: unknown attribute ${attribute}`)
  }
  return row
}

/**
 * One language of an interview: its transcript, and a coder's rows with offsets in code points of that transcript. The
 * second coder has none where the interview was coded once.
 */
export function renderInterview(interview: Interview, language: Language, coder: Coder) {
  const name = documentName(interview, language)
  const hasCoded = coder === 1 || interview.header.get('second') === 'yes'
  let text = `${firstLine}\n${headerLine(interview, language)}\n\n`
  let length = [...text].length
  const segments: SegmentRow[] = []
  const bounds: { start: number; end: number }[] = []
  for (const [index, turn] of interview.turns.entries()) {
    const label = turnLabel(interview, index, language)
    const { speech, marks } = parseMarks(turn.marked[language])
    const points = [...speech]
    const from = length + [...label].length
    if (!speech) throw new Error(`${name} ${turn.ref}: no text`)
    if (turn.speaker === 'Q' && marks.length > 0) throw new Error(`${name} ${turn.ref}: interviewers carry no evidence`)
    for (const mark of marks.filter((candidate) => hasCoded && isOf(coder, candidate))) {
      const span = {
        start_cp: from + mark.start,
        end_cp: from + mark.end,
        text: points.slice(mark.start, mark.end).join(''),
      }
      segments.push(segmentRow(interview, language, coder, index, mark, span))
    }
    bounds.push({ start: length, end: from + points.length })
    text += `${label}${speech}\n`
    length = from + points.length + 1
  }
  const own = hasCoded ? episodesOf(interview, coder) : []
  const episodes = own.map(({ first, last, affair, time }, index): EpisodeRow => ({
    doc_id: name,
    episode_id: `${name}-E${index + 1}${coder === 1 ? '' : `-${coder}`}`,
    start_cp: bounds[first]!.start,
    end_cp: bounds[last]!.end,
    affair_id: affair,
    event_time: time,
    coder: coders[coder],
  }))
  return { name, text, segments, episodes }
}

/** Everything generated from the sources in `directory`: file name relative to it → content. */
export function buildSample(directory: string): Map<string, string> {
  const files = new Map<string, string>()
  const rows = { 1: emptyRows(), 2: emptyRows() }
  for (const file of readdirSync(join(directory, 'source')).sort()) {
    const interview = parseInterview(readFileSync(join(directory, 'source', file), 'utf8'))
    if (`${interview.header.get('doc')}.txt` !== file)
      throw new Error(`${file} is headed ${interview.header.get('doc')}`)
    for (const language of languages)
      for (const coder of [1, 2] as const) {
        const { text, segments, episodes } = renderInterview(interview, language, coder)
        files.set(`transcripts/${interview.header.get('doc')}.${language}.txt`, text)
        rows[coder].segments.push(...segments)
        rows[coder].episodes.push(...episodes)
      }
  }
  for (const [coder, suffix] of [
    [1, ''],
    [2, '-second'],
  ] as const) {
    const { segments, episodes } = rows[coder]
    files.set(`segments${suffix}.csv`, stringify(segments, { header: true, columns: [...segmentColumns] }))
    files.set(`episodes${suffix}.csv`, stringify(episodes, { header: true, columns: [...episodeColumns] }))
  }
  return files
}

function emptyRows(): { segments: SegmentRow[]; episodes: EpisodeRow[] } {
  return { segments: [], episodes: [] }
}

if (import.meta.main) {
  const directory = join(import.meta.dirname, '../resources/sample')
  mkdirSync(join(directory, 'transcripts'), { recursive: true })
  for (const [file, content] of buildSample(directory)) writeFileSync(join(directory, file), content)
}
