import { useId } from 'react'
import type { ReactNode } from 'react'

export interface SuggestionsProps {
  readonly values: readonly (string | null)[]
  /** Gets the id for a TextField's `list`. */
  readonly children: (list: string) => ReactNode
}

const MOST = 500

/** Offers what was used before, so that one village is not written in two ways; anything else may be typed. */
export function Suggestions({ values, children }: SuggestionsProps) {
  const id = useId()
  const distinct = [...new Set(values)].filter((value) => value !== null && value !== '').slice(0, MOST)
  return (
    <>
      {children(id)}
      <datalist id={id}>
        {distinct.map((value) => (
          <option key={value} value={value ?? ''} />
        ))}
      </datalist>
    </>
  )
}
