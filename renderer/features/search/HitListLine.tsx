import type { SearchHit } from '../../../shared/contract/search.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { languageOfQuote, lineAfter, lineBefore } from '../evidence/group-evidence.ts'
import styles from './HitList.module.css'
import type { HitLine } from './hit-lines.ts'

export interface HitListLineProps {
  readonly line: HitLine
  /** Absent for heads, and while its page is on the way. */
  readonly hit: SearchHit | undefined
  readonly isTicked: boolean
}

export function HitListLine({ line, hit, isTicked }: HitListLineProps) {
  return line.kind === 'hit' ? <Hit hit={hit} isTicked={isTicked} /> : <Head line={line} />
}

function Head({ line }: { readonly line: Exclude<HitLine, { kind: 'hit' }> }) {
  const t = useT('search')
  return (
    <>
      <span className={styles['headName']}>
        {line.kind === 'document' ? line.name : (line.village ?? t('noVillage'))}
      </span>
      <span className={styles['headCount']}>{t('hits', { count: line.hits })}</span>
    </>
  )
}

function Hit({ hit, isTicked }: { readonly hit: SearchHit | undefined; readonly isTicked: boolean }) {
  const language = hit && languageOfQuote(hit.before + hit.hit + hit.after)
  return (
    <>
      <span data-tick="" className={classNames(styles['tick'], isTicked && styles['ticked'])}>
        {isTicked && <CheckIcon />}
      </span>
      <span className={styles['who']} title={hit?.role ?? undefined}>
        {hit?.turnRef !== null && <span className={styles['ref']}>{hit?.turnRef}</span>}
        {hit?.speaker}
      </span>
      {hit && (
        <span lang={language} className={styles['words']}>
          <span className={styles['before']}>
            <span>{oneLine(lineBefore(hit.before))}</span>
          </span>
          <span className={styles['after']}>
            <mark className={styles['mark']}>{oneLine(hit.hit)}</mark>
            {oneLine(lineAfter(hit.after))}
          </span>
        </span>
      )}
    </>
  )
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ↵ ')
}
