import type { MemoLine as Line } from '../../../shared/contract/memo.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import { momentText, useMemoName } from './memo-words.ts'
import styles from './MemoList.module.css'

/** One memo in the list: what it is on, whose and when, and how it begins. */
export function MemoLine({ memo }: { readonly memo: Line | undefined }) {
  const t = useT('memos')
  const language = useLanguage()
  const nameOf = useMemoName()
  const { byId } = useCoders()
  const { byId: codes } = useCodebook()
  if (memo === undefined) return null
  const code = memo.place.codeId === null ? undefined : codes.get(memo.place.codeId)
  const kind = memo.day === null ? memo.owner.kind : 'journal'
  return (
    <>
      <div className={styles['head']}>
        {code !== undefined && <CodeSwatch colour={code.colour} />}
        <span className={styles['name']}>{nameOf(memo, memo.place)}</span>
        <span className={styles['about']}>
          {[t(`kind.${kind}`), byId.get(memo.coderId)?.name, momentText(memo.modifiedAt, language)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <p className={styles['excerpt']}>{memo.excerpt === '' ? t('empty') : memo.excerpt}</p>
    </>
  )
}
