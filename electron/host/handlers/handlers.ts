import type { Handlers } from '../context.ts'
import { agreementHandlers } from './agreement.ts'
import { assignmentHandlers } from './assignment.ts'
import { codeHandlers } from './code.ts'
import { coderHandlers } from './coder.ts'
import { codingHandlers } from './coding.ts'
import { conflictHandlers } from './conflict.ts'
import { correctionHandlers } from './correction.ts'
import { disagreementHandlers } from './disagreement.ts'
import { documentHandlers } from './document.ts'
import { episodeHandlers } from './episode.ts'
import { frequencyHandlers } from './frequency.ts'
import { historyHandlers } from './history.ts'
import { matrixHandlers } from './matrix.ts'
import { memoHandlers } from './memo.ts'
import { mergeHandlers } from './merge.ts'
import { profileHandlers } from './profile.ts'
import { searchHandlers } from './search.ts'
import { segmentHandlers } from './segment.ts'
import { studyHandlers } from './study.ts'
import { transferHandlers } from './transfer.ts'
import { viewHandlers } from './view.ts'

/** Every handler of the contract. A missing one does not compile. */
export const handlers: Handlers = {
  ...studyHandlers,
  ...coderHandlers,
  ...assignmentHandlers,
  ...historyHandlers,
  ...documentHandlers,
  ...codeHandlers,
  ...codingHandlers,
  ...correctionHandlers,
  ...episodeHandlers,
  ...segmentHandlers,
  ...searchHandlers,
  ...frequencyHandlers,
  ...viewHandlers,
  ...matrixHandlers,
  ...memoHandlers,
  ...mergeHandlers,
  ...conflictHandlers,
  ...profileHandlers,
  ...agreementHandlers,
  ...disagreementHandlers,
  ...transferHandlers,
}
