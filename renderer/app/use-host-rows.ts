import type { In, NamesOf, Out } from '../../shared/contract/contract.ts'
import type { VisibleRange } from '../ui/visible-range.ts'
import { useHostPages } from './host.ts'

/** Rows asked for at once. */
export const PAGE = 100

/** The rows of a long answer that are in view, from the pages they lie on; each page is asked for once. */
export function useHostRows<N extends NamesOf<'query'>, Row>(
  name: N,
  { first, last }: VisibleRange,
  inputOf: (page: { readonly offset: number; readonly limit: number }) => In<N>,
  rowsOf: (answer: Out<N>) => readonly Row[],
): { readonly at: (index: number) => Row | undefined; readonly errors: readonly string[] } {
  const firstPage = Math.floor(first / PAGE)
  const pages = last > first ? Math.floor((last - 1) / PAGE) - firstPage + 1 : 0
  const answers = useHostPages(
    name,
    Array.from({ length: pages }, (_, page) => inputOf({ offset: (firstPage + page) * PAGE, limit: PAGE })),
  )
  return {
    at(index) {
      const answer = answers[Math.floor(index / PAGE) - firstPage]?.data
      return answer === undefined ? undefined : rowsOf(answer)[index % PAGE]
    },
    errors: answers.flatMap(({ error }) => error?.code ?? []),
  }
}
