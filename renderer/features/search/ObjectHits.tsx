import { memoOwnerKindSchema } from '../../../shared/contract/memo.ts'
import type { ObjectHit, SearchSummary } from '../../../shared/contract/search.ts'
import { useBridge } from '../../app/bridge.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodebookIcon, FolderIcon, MemoIcon } from '../../ui/icons.tsx'
import { openCodebookAt } from '../codebook/open-codebook.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { languageOfQuote } from '../evidence/group-evidence.ts'
import { openMemoAt } from '../memos/open-memo.ts'
import { changeQuery, NO_FILTER } from './find-state.ts'
import styles from './ObjectHits.module.css'

const KINDS = [
  { kind: 'codes', icon: <CodebookIcon /> },
  { kind: 'memos', icon: <MemoIcon /> },
  { kind: 'cases', icon: <FolderIcon /> },
] as const

/** What was found outside of the transcripts, in small groups that unfold. */
export function ObjectHits({ summary }: { readonly summary: SearchSummary }) {
  const t = useT('search')
  const open = useOpenObject()
  const titleOf = useTitles()
  const groups = KINDS.filter(({ kind }) => summary[kind].total > 0)
  if (groups.length === 0) return null
  return (
    <div className={styles['groups']}>
      {groups.map(({ kind, icon }) => (
        <details key={kind} className={styles['group']} open={summary[kind].total <= 3}>
          <summary className={styles['summary']}>
            {icon}
            {t(`objects.${kind}`, { count: summary[kind].total })}
          </summary>
          <ul className={styles['list']}>
            {summary[kind].first.map((hit) => (
              <li key={`${hit.id} ${hit.field} ${hit.language ?? ''} ${hit.before}`}>
                <button
                  type="button"
                  className={styles['hit']}
                  onClick={() => {
                    open(kind, hit)
                  }}
                >
                  <span className={styles['title']}>{titleOf(kind, hit)}</span>
                  <span className={styles['field']}>{t(`objectField.${fieldOf(hit)}`)}</span>
                  <span lang={languageOfQuote(hit.hit)} className={styles['words']}>
                    {hit.before.slice(-12)}
                    <mark className={styles['mark']}>{hit.hit}</mark>
                    {hit.after}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {summary[kind].total > summary[kind].first.length && (
            <p className={styles['more']}>{t('onlyFirst', { count: summary[kind].first.length })}</p>
          )}
        </details>
      ))}
    </div>
  )
}

/** Codes are called as everywhere, others by their own titles. */
function useTitles(): (kind: 'codes' | 'memos' | 'cases', hit: ObjectHit) => string {
  const t = useT('search')
  const language = useLanguage()
  const { byId } = useCodebook()
  return (kind, hit) => {
    const code = kind === 'codes' ? byId.get(hit.id) : undefined
    if (code !== undefined) return codeTitle(code, language)
    return hit.title === '' ? t('untitled') : hit.title
  }
}

const FIELDS = ['label', 'name', 'definition', 'include', 'exclude', 'example', 'title', 'body', 'role'] as const

function fieldOf(hit: ObjectHit): (typeof FIELDS)[number] | 'attribute' {
  return FIELDS.find((field) => field === hit.field) ?? 'attribute'
}

/** Opens what was found where it is at home: codes in the codebook, memos beside, cases as a filter of the search. */
function useOpenObject(): (kind: 'codes' | 'memos' | 'cases', hit: ObjectHit) => void {
  const bridge = useBridge()
  const version = useView((state) => state.version)
  return (kind, hit) => {
    if (kind === 'codes') openCodebookAt(hit.id)
    else if (kind === 'memos') {
      const ownerKind = memoOwnerKindSchema.options.find((known) => known === hit.owner?.kind)
      if (ownerKind && hit.owner)
        openMemoAt({ owner: { kind: ownerKind, id: hit.owner.id }, day: null, memoId: hit.id })
    } else {
      const isVillage = hit.owner?.kind === 'village'
      const filter = { ...NO_FILTER, ...(isVillage ? { villageIds: [hit.id] } : { respondentIds: [hit.id] }) }
      changeQuery(bridge, { filter }, version)
    }
  }
}
