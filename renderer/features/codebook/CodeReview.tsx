import { useMemo, useState } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { CodingMarks } from '../evidence/CodingMarks.tsx'
import type { Verdict } from '../walk/Walk.tsx'
import { useWalk } from '../walk/use-walk.ts'
import { Walk } from '../walk/Walk.tsx'
import type { WalkItem } from '../walk/walk-list.ts'
import { CodeMeaning } from './CodeMeaning.tsx'
import { CodePicker } from './CodePicker.tsx'
import styles from './CodeReview.module.css'

interface ReviewItem extends WalkItem {
  /** Of the coding. */
  readonly key: number
}

/** Keys of the codes at hand: as many as there are digits beside 0. */
const MOST_AT_HAND = 9

/**
 * The codings of a code from before its meaning changed, one by one: each stays, goes over to another code, or goes. The
 * same walk splits a code: its passages are given to the codes that take its place.
 */
export function CodeReview({ code, onLeave }: { readonly code: CodeRow; readonly onLeave: () => void }) {
  const t = useT('codebook')
  const language = useLanguage()
  const { byId } = useCodebook()
  const { data } = useHostQuery('code.reviewQueue', { id: code.id })
  const open = useMemo(
    (): ReviewItem[] => data?.items.map(({ codingId, ...place }) => ({ key: codingId, ...place })) ?? [],
    [data],
  )
  const walk = useWalk(open)
  const { codes: atHand, add } = useCodesAtHand(code)
  const confirming = useHostCommand('coding.confirm')
  const recoding = useHostCommand('coding.recode')
  const removing = useHostCommand('coding.remove')

  async function recode(item: ReviewItem, to: { codeId: number } | { name: string }): Promise<boolean> {
    const done = await recoding.run({
      ids: [item.key],
      to: 'codeId' in to ? to : { ...to, language, parentId: code.parentId },
    })
    const codeId = done?.codings[0]?.codeId
    if (codeId !== undefined) add(codeId)
    return done !== null
  }

  const verdicts: Verdict<ReviewItem>[] = [
    {
      id: 'keep',
      label: t('review.keep', { code: codeTitle(code, language) }),
      keys: 'Enter',
      tone: 'primary',
      mark: <CodeSwatch colour={code.colour} />,
      run: async (item) => (await confirming.run({ ids: [item.key] })) !== null,
    },
    ...atHand.flatMap((codeId, index): Verdict<ReviewItem>[] => {
      const target = byId.get(codeId)
      if (target === undefined) return []
      return [
        {
          id: `target${index + 1}`,
          label: codeTitle(target, language),
          keys: String(index + 1),
          mark: <CodeSwatch colour={target.colour} />,
          run: (item) => recode(item, { codeId }),
        },
      ]
    }),
    {
      id: 'remove',
      label: t('review.remove'),
      keys: 'Delete',
      tone: 'danger',
      run: async (item) => (await removing.run({ ids: [item.key] })) !== null,
    },
  ]

  return (
    <section className={styles['review']} aria-label={t('review.title', { code: codeTitle(code, language) })}>
      <header className={styles['header']}>
        <CodeSwatch colour={code.colour} />
        <h2 className={styles['title']}>{t('review.title', { code: codeTitle(code, language) })}</h2>
      </header>
      <CodeMeaning code={code} className={styles['meaning'] ?? ''} />
      {data !== undefined && (
        <Walk
          label={t('review.title', { code: codeTitle(code, language) })}
          walk={walk}
          verdicts={verdicts}
          about={(item, isOpen) => (isOpen ? <AboutCoding codingId={item.key} /> : null)}
          more={(judge) => (
            <CodePicker
              label={t('review.another')}
              value={null}
              onChange={(codeId) => {
                if (codeId !== null) judge((item) => recode(item, { codeId }))
              }}
              onCreate={(name) => {
                judge((item) => recode(item, { name }))
              }}
              isOffered={(candidate) => candidate.codable && candidate.id !== code.id}
            />
          )}
          finished={<p>{t('review.finished')}</p>}
          onLeave={onLeave}
        />
      )}
    </section>
  )
}

function AboutCoding({ codingId }: { readonly codingId: number }) {
  const { data } = useHostQuery('segment.evidence', { codingIds: [codingId], offset: 0, limit: 1 })
  const [segment] = data?.segments ?? []
  if (segment === undefined) return null
  return (
    <>
      {segment.speaker !== null && <span>{segment.speaker}</span>}
      <CodingMarks coding={segment.coding} />
    </>
  )
}

/** The codes a digit away: those below the code and beside it; one that is used otherwise joins them. */
function useCodesAtHand(code: CodeRow): { codes: readonly number[]; add: (codeId: number) => void } {
  const { codes, byId } = useCodebook()
  const [added, setAdded] = useState<readonly number[]>([])
  const [near] = useState(() =>
    codes
      .filter(
        ({ id, parentId, codable }) =>
          codable && id !== code.id && (parentId === code.id || parentId === code.parentId),
      )
      .sort((a, b) => Number(b.parentId === code.id) - Number(a.parentId === code.id))
      .map(({ id }) => id)
      .slice(0, MOST_AT_HAND - 3),
  )
  return {
    codes: [...near, ...added].filter((id) => byId.has(id)).slice(0, MOST_AT_HAND),
    add: (codeId) => {
      if (codeId !== code.id && !near.includes(codeId))
        setAdded((before) =>
          before.includes(codeId) ? before : [...before, codeId].slice(-(MOST_AT_HAND - near.length)),
        )
    },
  }
}
