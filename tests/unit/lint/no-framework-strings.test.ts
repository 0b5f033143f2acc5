import { noFrameworkStrings } from '../../../scripts/eslint/no-framework-strings.ts'
import { createRuleTester } from './rule-tester.ts'

const known = [{ messageId: 'known' }]

createRuleTester().run('no-framework-strings', noFrameworkStrings, {
  valid: [
    "const kind = 'village'",
    "const unit = 'E1'",
    "const sentence = 'Who answered to whom, and how'",
    "const label = code.label ?? ''",
    "const style = { overflow: 'hidden' }",
  ],
  invalid: [
    { code: "if (code.label === 'M.R') count += 1", errors: known },
    { code: "const label = 'E.R.+'", errors: known },
    { code: 'const label = `P.NC`', errors: known },
    { code: "const role = 'cadre'", errors: known },
    { code: "const role = 'Farmer'", errors: known },
    { code: 'const sides = { cadre: 1 }', errors: known },
    { code: "const name = '回应性动员'", errors: known },
    { code: 'const a = <th>Mobilization</th>', errors: known },
  ],
})
