import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { INTERVIEW, makeCode, SECOND_INTERVIEW } from '../transcripts.ts'
import { fileIn, importOne } from './files.ts'

/** A study with two interviews and the codes A and B, B > b below it. */
async function openStudy(): Promise<TestHost & { readonly text: string }> {
  const host = await openHost()
  const { text } = await importOne(host, 'sp.txt', INTERVIEW)
  await importOne(host, 'sg.txt', SECOND_INTERVIEW)
  await makeCode(host, 'A')
  await host.call('code.create', {
    parentId: await makeCode(host, 'B'),
    name: 'Lost trust',
    language: 'en',
  })
  return Object.assign(host, { text })
}

function importCodings(host: TestHost, ...lines: string[]) {
  return host.call('import.codings', { handle: fileIn(host, 'segments.csv', `${lines.join('\n')}\n`) })
}

async function quotes(host: TestHost): Promise<string[]> {
  const { segments } = await host.call('segment.list', {
    filter: { layer: 1, version: 'originals' },
    offset: 0,
    limit: 100,
  })
  return segments.map(({ quote }) => quote)
}

test('a passage is found by its exact words, by code points past an emoji and a rare character, or by both', async () => {
  const host = await openStudy()
  const words = '说没签的要停补助'
  const start = [...host.text.slice(0, host.text.indexOf(words))].length
  const result = await importCodings(
    host,
    'document,start_cp,end_cp,text,code,coder',
    `SP-F5-w1,,,大伙投票定了路线,A,Ana`,
    `SP-F5-w1,${start},${start + [...words].length},,A,Ana`,
    `SP-F5-w1,${start},${start + 2},说没,B,Ana`,
  )
  expect(result).toEqual({ added: 3, unchanged: 0, failed: [] })
  expect(await quotes(host)).toEqual([words, '说没', '大伙投票定了路线'])
  const { problems } = await host.call('study.check', {})
  expect(problems).toEqual([])
})

test('words that stand in several places need the turn', async () => {
  const host = await openStudy()
  await importOne(host, 'r.txt', 'doc: R | lang: zh\n\n[T01] F1：不去。\n[T02] F1：不去。\n')
  const ambiguous = await importCodings(host, 'doc_id,text,code_id', 'R,不去,A')
  expect(ambiguous.failed).toEqual([
    { line: 2, error: { code: 'text_ambiguous', params: { document: 'R', count: 2 } } },
  ])
  expect((await importCodings(host, 'doc_id,turn_id,text,code_id', 'R,T02,不去,A')).added).toBe(1)
  const { segments } = await host.call('segment.list', { filter: { layer: 'study' }, offset: 0, limit: 9 })
  expect(segments.map(({ turnRef }) => turnRef)).toEqual(['T02'])
})

test('every wrong row is named by its line and what is wrong with it, and the right ones come in', async () => {
  const host = await openStudy()
  const result = await importCodings(
    host,
    'doc_id,start_cp,end_cp,text,code_id,polarity,certainty,created_utc,memo',
    'SP-F5-w1,60,64,,A,,,,"two',
    'lines"',
    'Nobody,1,2,,A,,,,',
    'SP-F5-w1,1,2,,Z,,,,',
    'SP-F5-w1,1,99999,,A,,,,',
    'SP-F5-w1,9,9,,A,,,,',
    'SP-F5-w1,1,x,,A,,,,',
    'SP-F5-w1,60,64,other,A,,,,',
    'SP-F5-w1,,,not there,A,,,,',
    'SP-F5-w1,60,64,,A,maybe,,,',
    'SP-F5-w1,60,64,,A,,4,,',
    'SP-F5-w1,60,64,,A,,,yesterday,',
    'SP-F5-w1,60,64,,B > Lost trust,negated,3,2024-06-11T08:00:00.000Z,',
    'SP-F5-w1,65,67,,Lost trust,,,,',
  )
  expect(result.added).toBe(3)
  expect(result.failed.map(({ line, error }) => `${line} ${error.code}`)).toEqual([
    '4 unknown_document',
    '5 unknown_code',
    '6 range_outside',
    '7 range_empty',
    '8 bad_value',
    '9 text_differs',
    '10 text_not_found',
    '11 bad_value',
    '12 bad_value',
    '13 bad_value',
  ])
  expect(host.study.db.pluck('SELECT plain FROM memo')).toBe('two\nlines')
  const body = JSON.parse(host.study.db.pluck<string>('SELECT body FROM memo') ?? '') as {
    root: { children: { children: { text: string }[] }[] }
  }
  expect(body.root.children.map(({ children }) => children.map(({ text }) => text).join(''))).toEqual(['two', 'lines'])
})

test('codes are never made by an import, and a column that is missing is named', async () => {
  const host = await openStudy()
  expect((await importCodings(host, 'doc_id,text,code_id', 'SP-F5-w1,后来呢,New code')).failed[0]?.error.code).toBe(
    'unknown_code',
  )
  expect((await host.call('code.list', {})).codes).toHaveLength(3)
  expect(await refusal(importCodings(host, 'doc_id,text', 'SP-F5-w1,后来呢'))).toMatchObject({
    code: 'missing_column',
    params: { column: 'code_id' },
  })
  expect((await refusal(importCodings(host, 'doc_id,code,start_cp', 'SP-F5-w1,A,1'))).params).toMatchObject({
    column: 'end_cp',
  })
  expect((await refusal(importCodings(host, 'doc_id,code,code', 'x,y,z'))).code).toBe('table_duplicate_column')
  expect((await refusal(importCodings(host, 'doc_id,code', '"unclosed,A'))).code).toBe('table_damaged')
})

test('a coder who is not there joins as a person; without the column the rows are your own', async () => {
  const host = await openStudy()
  await importCodings(host, 'doc_id,text,code_id,coder', 'SP-F5-w1,后来呢,A,王 芳')
  await importCodings(host, 'doc_id,text,code_id', 'SP-F5-w1,后来呢,A')
  const { coders } = await host.call('coder.list', {})
  expect(coders.map(({ name, initials, kind, codings }) => ({ name, initials, kind, codings }))).toEqual([
    { name: 'Ana', initials: 'An', kind: 'person', codings: 1 },
    { name: '王 芳', initials: '王芳', kind: 'person', codings: 1 },
  ])
  await host.call('history.undo', {})
  await host.call('history.undo', {})
  expect((await host.call('coder.list', {})).coders.map(({ name }) => name)).toEqual(['Ana'])
})

test('the same table again changes nothing; a row whose identity has other content by now is left alone', async () => {
  const host = await openStudy()
  const id = '7d7cf8a4-5d39-4d8c-9c3e-0b7f5b0f3f11'
  const table = [
    'seg_id,doc_id,text,code_id,polarity',
    `${id},SP-F5-w1,后来呢,A,negated`,
    `,SP-F5-w1,后来呢,B,affirmed`,
  ]
  expect(await importCodings(host, ...table)).toMatchObject({ added: 2, unchanged: 0 })
  expect(await importCodings(host, ...table)).toMatchObject({ added: 0, unchanged: 2 })
  expect(await importCodings(host, 'doc_id,text,code_id', 'SP-F5-w1,后来呢,A')).toMatchObject({ unchanged: 1 })
  const changed = [table[0] ?? '', `${id},SP-F5-w1,后来呢,A,affirmed`]
  expect((await importCodings(host, ...changed)).failed).toEqual([
    { line: 2, error: { code: 'row_differs', params: { id } } },
  ])
})

test('tables come in GB18030 with semicolons, and with the guard of an Excel export', async () => {
  const host = await openStudy()
  await importOne(host, 'f.txt', 'doc: F | lang: zh\n\nF1：=问题就一个。\nF1：-没去。\n')
  const semicolons = iconv.encode('doc_id;text;code_id;coder\nSP-F5-w1;后来呢;A;李明\n', 'gb18030')
  const first = await host.call('import.codings', { handle: fileIn(host, 'gb.csv', semicolons) })
  expect(first).toMatchObject({ added: 1, failed: [] })
  const guarded = `\ufeffdoc_id,text,code_id\r\nF,'=问题就一个,A\r\nF,'-没去,A\r\n`
  const second = await host.call('import.codings', { handle: fileIn(host, 'excel.csv', guarded) })
  expect(second).toMatchObject({ added: 2, failed: [] })
})

test('episodes come in beside each other, never over one another', async () => {
  const host = await openStudy()
  const table = [
    'doc_id,start_cp,end_cp,affair_id,event_time,mode,memo',
    'SP-F5-w1,60,90,road,2024-03,E1,first',
    'SP-F5-w1,80,100,road,,,',
    'SP-F5-w1,100,110,,,E3,',
  ]
  const handle = fileIn(host, 'episodes.csv', table.join('\n'))
  const result = await host.call('import.episodes', { handle })
  expect(result.added).toBe(1)
  expect(result.failed.map(({ line, error }) => `${line} ${error.code}`)).toEqual([
    '3 episode_overlaps',
    '4 not_a_drawn_episode',
  ])
  expect((await host.call('import.episodes', { handle })).unchanged).toBe(1)
})

test('attributes of documents set their facts and everything else as attributes with a type', async () => {
  const host = await openStudy()
  await importOne(host, 'bare.txt', 'Interviewer: Why?\nRespondent: Because.\n')
  const table = [
    'doc_id,village,respondent,role,wave,date,lang,length_min,recorded,note',
    'bare,LW 柳湾,F1,farmer,2,2025-07-15,en,42,yes,quiet',
    'SP-F5-w1,,,,,2024-06-11,,31.5,no,',
    'nowhere,,,,,,,1,no,',
  ]
  const handle = fileIn(host, 'attributes.csv', table.join('\n'))
  const result = await host.call('import.attributes', { handle })
  expect(result).toMatchObject({ added: 2, failed: [{ line: 4, error: { code: 'unknown_document' } }] })
  const { documents } = await host.call('document.list', {})
  expect(documents.find(({ name }) => name === 'bare')).toMatchObject({
    village: 'LW 柳湾',
    wave: '2',
    interviewDate: '2025-07-15',
    respondents: [{ name: 'F1', role: 'farmer' }],
  })
  expect(documents.find(({ name }) => name === 'SP-F5-w1')).toMatchObject({
    village: 'SP 石坡',
    interviewDate: '2024-06-11',
  })
  expect(host.study.db.rows('SELECT name, type, owner_kind FROM attribute ORDER BY id')).toEqual([
    ['length_min', 'number', 'document'],
    ['recorded', 'boolean', 'document'],
    ['note', 'text', 'document'],
  ])
  expect(await host.call('import.attributes', { handle })).toMatchObject({ added: 0, unchanged: 2 })
})

test('attributes of persons and villages find their case; namesakes need the village', async () => {
  const host = await openStudy()
  await importOne(host, 'again.txt', 'doc: LW-F5 | village: LW | respondent: F5 | role: farmer\n\nF5: Yes.\nF5: No.\n')
  const import_ = (text: string) => host.call('import.attributes', { handle: fileIn(host, 'a.csv', text) })
  expect((await import_('respondent_id,age\nF7,66\nF9,20\nF5,1\n')).failed.map(({ error }) => error.code)).toEqual([
    'unknown_case',
    'ambiguous_case',
  ])
  expect((await import_('respondent_id,village,age\nF5,SP,51\nF5,LW,38\n')).added).toBe(2)
  expect((await import_('village_id,households\nSG,212\n')).added).toBe(1)
  expect((await import_('respondent_id,village,age\nF5,SP,old\n')).failed[0]?.error).toEqual({
    code: 'bad_value',
    params: { column: 'age', value: 'old' },
  })
  expect(
    host.study.db.rows(
      `SELECT c.name, a.name, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id
       JOIN case_unit c ON c.id = v.case_id ORDER BY v.id`,
    ),
  ).toEqual([
    ['F7', 'age', '66'],
    ['F5', 'age', '51'],
    ['F5', 'age', '38'],
    ['SG 沙岗', 'households', '212'],
  ])
})

test('a code that was closed since takes no new passages, and those it has are still known', async () => {
  const host = await openStudy()
  const table = ['doc_id,text,code_id', 'SP-F5-w1,后来呢,A']
  await importCodings(host, ...table)
  const { codes } = await host.call('code.list', {})
  await host.call('code.update', { id: codes[0]?.id ?? 0, codable: false })
  expect(await importCodings(host, ...table, 'SP-F5-w1,大伙投票定了路线,A')).toEqual({
    added: 0,
    unchanged: 1,
    failed: [{ line: 3, error: { code: 'code_not_codable', params: { code: 'A' } } }],
  })
})
