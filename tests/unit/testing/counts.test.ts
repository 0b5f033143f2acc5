import { describe, expect, it } from 'vitest'
import { addOutcomes, outcomeOf, withExitCode, withoutSkips } from '../../../scripts/testing/outcome.ts'
import { countPlaywright } from '../../../scripts/testing/playwright-stage.ts'
import { countVitest } from '../../../scripts/testing/vitest-stage.ts'

describe('the counts under a test run', () => {
  it('count a file that could not be loaded as a failure', () => {
    const outcome = countVitest({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
      ],
    })
    expect(outcome).toMatchObject({ passed: 5, failed: 2, skipped: 3 })
  })

  it('count a flaky end-to-end test and an error outside any test as failures', () => {
    const stats = { expected: 7, skipped: 1, unexpected: 1, flaky: 1 }
    expect(countPlaywright({ stats, errors: [{ message: 'no server' }] })).toMatchObject({
      passed: 7,
      failed: 3,
      skipped: 1,
    })
  })

  it('never report success for a runner that ended badly', () => {
    expect(withExitCode(outcomeOf({ passed: 3 }), 1, 'broke down')).toMatchObject({ failed: 1, notes: ['broke down'] })
    expect(withExitCode(outcomeOf({ passed: 3, failed: 2 }), 1, 'broke down').failed).toBe(2)
    expect(withExitCode(outcomeOf({ passed: 3 }), 0, 'broke down').failed).toBe(0)
  })

  it('turn skips into failures where none is allowed, and lose nothing when added', () => {
    const outcome = withoutSkips(outcomeOf({ passed: 1, failed: 1, skipped: 2, notes: ['a'] }))
    expect(addOutcomes([outcome, outcomeOf({ passed: 4, notes: ['b'] })])).toEqual({
      passed: 5,
      failed: 3,
      skipped: 0,
      notes: ['a', 'b'],
    })
  })
})
