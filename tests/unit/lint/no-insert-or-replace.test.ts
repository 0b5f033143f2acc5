import { noInsertOrReplace } from '../../../scripts/eslint/no-insert-or-replace.ts'
import { createRuleTester } from './rule-tester.ts'

const replace = [{ messageId: 'replace' }]

createRuleTester().run('no-insert-or-replace', noInsertOrReplace, {
  valid: [
    "db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')",
    "text.replace('a', 'b')",
    "const question = 'Insert a code or replace the old one?'",
  ],
  invalid: [
    { code: "db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')", errors: replace },
    { code: 'db.exec(`insert or\n  replace into ${table} values (1)`)', errors: replace },
    { code: "db.exec('REPLACE INTO meta VALUES (1)')", errors: replace },
  ],
})
