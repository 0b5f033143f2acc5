import { memoOwnerKindSchema, type MemoOwner } from '../../../shared/contract/memo.ts'
import type { ObjectHit, SearchSummary } from '../../../shared/contract/search.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodebookIcon, FolderIcon, MemoIcon } from '../../ui/icons.tsx'
import { openCodebookAt } from '../codebook/open-codebook.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { languageOfQuote } from '../evidence/group-evidence.ts'
import { useMemoName } from '../memos/memo-words.ts'
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
                  <span className={styles['title']}>
                    {kind === 'memos' ? <MemoTitle hit={hit} /> : <Title kind={kind} hit={hit} />}
                  </span>
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

/** Codes are called as everywhere, cases by their names. */
function Title({ kind, hit }: { readonly kind: 'codes' | 'cases'; readonly hit: ObjectHit }) {
  const language = useLanguage()
  const { byId } = useCodebook()
  const code = kind === 'codes' ? byId.get(hit.id) : undefined
  return code === undefined ? hit.title : codeTitle(code, language)
}

/** Memos are called as in their list: by their own title, or after what they are on. */
function MemoTitle({ hit }: { readonly hit: ObjectHit }) {
  const owner = memoOwnerOf(hit)
  return hit.title !== '' || owner === null ? hit.title : <OwnerTitle owner={owner} />
}

function OwnerTitle({ owner }: { readonly owner: MemoOwner }) {
  const t = useT('search')
  const nameOf = useMemoName()
  const { data } = useHostQuery('memo.on', { owner, day: null })
  return data && (nameOf({ owner, day: null, title: '' }, data.place) || t('untitled'))
}

function memoOwnerOf({ owner }: ObjectHit): MemoOwner | null {
  const kind = memoOwnerKindSchema.options.find((known) => known === owner?.kind)
  return kind === undefined || owner === null ? null : { kind, id: owner.id }
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
      const owner = memoOwnerOf(hit)
      if (owner !== null) openMemoAt({ owner, day: null, memoId: hit.id })
    } else {
      const isVillage = hit.owner?.kind === 'village'
      const filter = { ...NO_FILTER, ...(isVillage ? { villageIds: [hit.id] } : { respondentIds: [hit.id] }) }
      changeQuery(bridge, { filter }, version)
    }
  }
}
