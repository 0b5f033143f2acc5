import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { tianye } from './scripts/eslint/plugin.ts'

const TS = ['**/*.{ts,tsx}']
const PROGRAM = ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}']

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'test-results/', 'playwright-report/', '.cache/', 'docs/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: TS,
    extends: [tseslint.configs.strict, tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-check': true, 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Functions and plain objects carry no "this" here that could get lost.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `!` only where noUncheckedIndexedAccess asks for it: behind an index whose bounds the code has just set.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSNonNullExpression:not(:has(> MemberExpression[computed=true]))',
          message: 'Handle the missing value; "!" is for indexed access alone.',
        },
      ],
    },
  },
  {
    files: PROGRAM,
    plugins: { tianye },
    rules: {
      'tianye/import-only-in': [
        'error',
        { module: 'better-sqlite3', files: ['electron/host/database/open.ts'] },
        { module: 'electron', files: ['electron/main/', 'electron/preload/'] },
      ],
      'tianye/no-framework-strings': 'error',
      'tianye/no-insert-or-replace': 'error',
    },
  },
  {
    files: ['electron/main/**/*.ts'],
    ignores: ['electron/main/ipc.ts'],
    plugins: { tianye },
    rules: { 'tianye/no-raw-ipc': 'error' },
  },
  { files: ['electron/entry/**/*.ts', 'scripts/**/*.ts', 'tests/performance/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    plugins: { tianye },
    rules: {
      // A dialog that opens puts the focus into its first field; React Aria does it for components of ours.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      'tianye/no-literal-text': 'error',
    },
  },
  // A test that finds nothing where it expects something breaks off at the "!", which is what it should do.
  { files: ['tests/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': 'off' } },
  // The configurations at the root belong to no area's tsconfig of their own.
  {
    files: ['*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false, project: null } },
  },
)
