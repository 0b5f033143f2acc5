import { Fragment } from 'react'
import { diffText } from '../../../shared/text/splice-diff.ts'
import styles from './Correction.module.css'
import { Come, Gone } from './WordDiff.tsx'

/** Units of unchanged words that are shown around a change. */
const AROUND = 28

/** A passage before and after a correction, as one text with its changes; long stretches without any are left out. */
export function PassageDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const splices = diffText(before, after)
  const endOf = (index: number): number => {
    const splice = splices[index]
    return splice === undefined ? 0 : splice.at + splice.removed.length
  }
  return (
    <span className={styles['words']}>
      {splices.map(({ at, removed, inserted }, index) => (
        <Fragment key={at}>
          {shortened(before.slice(endOf(index - 1), at), index === 0 ? 'start' : 'middle')}
          {removed !== '' && <Gone words={removed} />}
          {inserted !== '' && <Come words={inserted} />}
        </Fragment>
      ))}
      {shortened(before.slice(endOf(splices.length - 1)), splices.length === 0 ? 'middle' : 'end')}
    </span>
  )
}

function shortened(words: string, place: 'start' | 'middle' | 'end'): string {
  if (words.length <= 2 * AROUND) return words
  const head = words.slice(0, AROUND).toWellFormed()
  const tail = words.slice(-AROUND).toWellFormed()
  if (place === 'start') return `… ${tail}`
  return place === 'end' ? `${head} …` : `${head} … ${tail}`
}
