import { useMemo, useState } from 'react'
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
import { deleteCode, editCode, openCodebookDialog } from './codebook-dialogs.ts'
import { CodeCounts } from './CodeCounts.tsx'
import { CodePage } from './CodePage.tsx'
import { CodeTree } from './CodeTree.tsx'
import { chooseCode, useChosenCode } from './open-codebook.ts'
import { useMoveCode } from './use-code-menu.ts'

/** The activity Codebook: the tree, and beside it everything a code says, in every language of the study. */
export function CodebookActivity() {
  const t = useT('codebook')
  const { codes, byId, index } = useCodebook()
  const { data: status } = useHostQuery('study.status', {})
  const moveCode = useStableCallback(useMoveCode())
  const { codeId } = useChosenCode()
  const [typed, setTyped] = useState('')
  const isFiltered = typed.trim() !== ''
  const tree = useMemo(() => codeTree(codes), [codes])
  const nodes = useMemo(
    () => (isFiltered ? pruned(tree, new Set(matchCodes(index, typed).map(({ id }) => id))) : tree),
    [tree, index, typed, isFiltered],
  )
  const chosen = codeId === null ? undefined : byId.get(codeId)
  const languages = useMemo(
    () => [
      ...new Set([
        ...(status?.open?.languages ?? []),
        ...codes.flatMap(({ texts }) => texts.map(({ language }) => language)),
      ]),
    ],
    [status, codes],
  )

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
          </header>
          <CodeTree
            nodes={nodes}
            isFiltered={isFiltered}
            chosenId={codeId}
            onChoose={chooseCode}
            onAction={editCode}
            onMove={moveCode}
            onEdit={editCode}
            onDelete={deleteCode}
          />
        </section>
        <div className={styles['page']}>
          {chosen === undefined ? (
            <EmptyState
              title={codes.length === 0 ? t('empty') : t('chooseCode.title')}
              text={codes.length === 0 ? t('emptyText') : t('chooseCode.text')}
            />
          ) : (
            <CodePage key={chosen.id} code={chosen} languages={languages} />
          )}
        </div>
        <CodebookDialogs />
      </div>
    </CodeCounts>
  )
}
