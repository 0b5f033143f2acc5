import { useEffect, useState } from 'react'

/**
 * Whether something has been going on for a while: what is over sooner need not be shown, and would only flicker.
 *
 * @param afterMs milliseconds
 */
export function useLate(isGoingOn: boolean, afterMs = 400): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return
    const timer = setTimeout(() => {
      setLate(true)
    }, afterMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isGoingOn, afterMs])
  return isGoingOn && isLate
}
