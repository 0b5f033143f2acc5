import { useMemo, useState } from 'react'
import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import { matchCodes } from '../coding/match-codes.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { codeTree, pruned } from './code-tree.ts'
import styles from './CodebookActivity.module.css'
import { CodebookDialogs } from './CodebookDialogs.tsx'
import { editCode, openCodebookDialog } from './codebook-dialogs.ts'
import { CodebookPrint } from './CodebookPrint.tsx'
import { CodeCounts } from './CodeCounts.tsx'
import { CodeMenu } from './CodeMenu.tsx'
import type { MenuPlace } from './CodeMenu.tsx'
import { CodePage } from './CodePage.tsx'
import { CodeReview } from './CodeReview.tsx'
import { CodeTree } from './CodeTree.tsx'
import { ManyCodes } from './ManyCodes.tsx'
import { chooseCodes, showCodebook, useChosenCodes } from './open-codebook.ts'
import { useMoveCodes } from './use-code-menu.ts'

/** The activity Codebook: the tree, and beside it everything a code says, in every language of the study. */
export function CodebookActivity() {
  const t = useT('codebook')
  const { codes, index } = useCodebook()
  const moveCodes = useStableCallback(useMoveCodes())
  const { ids } = useChosenCodes()
  const [typed, setTyped] = useState('')
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null)
  const isFiltered = typed.trim() !== ''
  const tree = useMemo(() => codeTree(codes), [codes])
  const nodes = useMemo(
    () => (isFiltered ? pruned(tree, new Set(matchCodes(index, typed).map(({ id }) => id))) : tree),
    [tree, index, typed, isFiltered],
  )
  useCommands([
    {
      id: 'codebook.print',
      menu: 'file',
      order: 140,
      label: t('command.print'),
      enabled: codes.length > 0,
      run: () => {
        showCodebook({ kind: 'print' })
      },
    },
  ])

  return (
    <CodeCounts documentId={null}>
      <div className={styles['codebook']}>
        <section className={styles['list']} aria-label={t('title')}>
          <header className={styles['header']}>
            <SearchField className={styles['filter'] ?? ''} label={t('filterOnly')} value={typed} onChange={setTyped} />
            <Button
              icon={<PlusIcon />}
              onPress={() => {
                openCodebookDialog({ kind: 'create', parentId: null, name: '' })
              }}
            >
              {t('command.create')}
            </Button>
            <CodeMenu
              at={menuAt}
              onClose={() => {
                setMenuAt(null)
              }}
            />
          </header>
          <CodeTree
            nodes={nodes}
            isFiltered={isFiltered}
            chosen={ids}
            onChoose={chooseCodes}
            onAction={editCode}
            onMove={moveCodes}
            onMenu={setMenuAt}
          />
          {codes.length > 0 && (
            <footer className={styles['footer']}>
              <Button
                size="small"
                tone="quiet"
                onPress={() => {
                  showCodebook({ kind: 'print' })
                }}
              >
                {t('command.print')}
              </Button>
            </footer>
          )}
        </section>
        <div className={styles['page']}>
          <CodebookCentre />
        </div>
        <CodebookDialogs />
      </div>
    </CodeCounts>
  )
}

/** The page of the chosen code, what one does to several, a review, or the codebook on paper. */
function CodebookCentre() {
  const t = useT('codebook')
  const { codes, byId } = useCodebook()
  const { codeId, ids, view } = useChosenCodes()
  const { data: status } = useHostQuery('study.status', {})
  const languages = useMemo(
    () => [
      ...new Set([
        ...(status?.open?.languages ?? []),
        ...codes.flatMap(({ texts }) => texts.map(({ language }) => language)),
      ]),
    ],
    [status, codes],
  )
  const leave = (): void => {
    showCodebook({ kind: 'page' })
  }
  const chosen = codeId === null ? undefined : byId.get(codeId)
  const reviewed = view.kind === 'review' ? byId.get(view.codeId) : undefined
  if (view.kind === 'print') return <CodebookPrint languages={languages} onLeave={leave} />
  if (reviewed !== undefined) return <CodeReview key={reviewed.id} code={reviewed} onLeave={leave} />
  if (ids.size > 1) return <ManyCodes codes={codes.filter(({ id }) => ids.has(id))} />
  if (chosen !== undefined) return <CodePage key={chosen.id} code={chosen} languages={languages} />
  return (
    <EmptyState
      title={codes.length === 0 ? t('empty') : t('chooseCode.title')}
      text={codes.length === 0 ? t('emptyText') : t('chooseCode.text')}
    />
  )
}
