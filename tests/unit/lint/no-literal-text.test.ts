import { noLiteralText } from '../../../scripts/eslint/no-literal-text.ts'
import { createRuleTester } from './rule-tester.ts'

const literal = [{ messageId: 'literal' }]

createRuleTester().run('no-literal-text', noLiteralText, {
  valid: [
    "const a = <p>{t('matrix.title')}</p>",
    'const a = <p> · {count} – </p>',
    "const a = <button aria-label={t('close')} className='plain' type='button' />",
    "const a = <p lang='zh-CN' id={'row'}>{isOpen ? t('open') : null}</p>",
    'const a = <img alt="" />',
    'const a = <p style={{ width: `${percent}%` }}>{`${percent}%`}</p>',
  ],
  invalid: [
    { code: 'const a = <p>Matrix</p>', errors: literal },
    { code: 'const a = <p>矩阵</p>', errors: literal },
    { code: "const a = <p>{'Matrix'}</p>", errors: literal },
    { code: "const a = <>{isOpen ? t('open') : 'closed'}</>", errors: literal },
    { code: "const a = <p>{isOpen && 'open'}</p>", errors: literal },
    { code: 'const a = <p>{`${n} words`}</p>', errors: literal },
    { code: "const a = <button aria-label='Close' />", errors: literal },
    { code: "const a = <input placeholder={'Find a code'} />", errors: literal },
    { code: 'const a = <abbr title={`${n} 段`} />', errors: literal },
  ],
})
