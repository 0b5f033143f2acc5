import type { CodeBootstrapOptions, CodeIntervals } from '../../../shared/agreement/code-bootstrap.ts'
import type { CodePatterns } from '../../../shared/agreement/code-patterns.ts'
import type { SetAlpha } from '../../../shared/agreement/set-alpha.ts'
import type { SetDistance } from '../../../shared/agreement/set-distance.ts'
import type { SetRatings } from '../../../shared/agreement/types.ts'

/** What the statistics worker does for the host, and what goes over to it and back. */

export type StatisticsTask =
  | {
      readonly kind: 'intervals'
      readonly patterns: CodePatterns<number>
      readonly options: Omit<CodeBootstrapOptions, 'within' | 'onProgress'>
    }
  | { readonly kind: 'sets'; readonly ratings: SetRatings<number>; readonly codedOnly: boolean }

export type SetAlphas = Readonly<Record<SetDistance, SetAlpha>>

export type StatisticsReply =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'intervals'; readonly intervals: CodeIntervals }
  | { readonly kind: 'sets'; readonly sets: SetAlphas }
