import { useEffect, useState } from 'react'
import type { AnchorChange } from '../../../shared/contract/correction.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostQuery } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { useCoders } from '../coding/use-coders.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import styles from './Correction.module.css'
import type { OpenCorrection } from './correction-state.ts'
import { PassageDiff } from './PassageDiff.tsx'
import { previewInput } from './preview-input.ts'
import { Gone } from './WordDiff.tsx'

/** Milliseconds without a key press after which the host is asked. */
const PAUSE = 150
const KINDS = ['lost', 'changed', 'beside'] as const
/** Passages listed of each kind; the sums name all. */
const LISTED = 50

/** What the correction would do, while it is typed: which words change, which passages with them, which would be lost. */
export function CorrectionPreview({ open }: { readonly open: OpenCorrection }) {
  const t = useT('correction')
  const settled = useSettled(open)
  const { data, error } = useHostQuery('correction.preview', previewInput(settled), { keepPrevious: true })
  if (error !== null) {
    return (
      <p role="alert" className={styles['error']}>
        {sentenceOf('errors', error)}
      </p>
    )
  }
  if (data === undefined) return null
  const { document, stretch, words } = settled
  return (
    <div className={styles['preview']}>
      <p className={styles['change']} lang={document.language}>
        <PassageDiff before={document.text.slice(stretch.start, stretch.end)} after={words} />
      </p>
      <Sums preview={data} />
      {KINDS.map((kind) => (
        <Passages key={kind} kind={kind} passages={data.passages} language={document.language} />
      ))}
      {data.passages.length === 0 && <p className={styles['note']}>{t('noPassage')}</p>}
    </div>
  )
}

function useSettled(open: OpenCorrection): OpenCorrection {
  const [settled, setSettled] = useState(open)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(open)
    }, PAUSE)
    return () => {
      clearTimeout(timer)
    }
  }, [open])
  return settled
}

/** All that moves, in one line: what people marked, and the turns it stands in. */
function Sums({ preview }: { readonly preview: Out<'correction.preview'> }) {
  const t = useT('correction')
  const format = useFormat()
  const parts = preview.counts.flatMap(({ table, lost, changed, moved }) => {
    const counts = [
      ...(table !== 'turn' && lost > 0 ? [t('sum.lost', { count: lost, n: format.count(lost) })] : []),
      ...(changed > 0 ? [t('sum.changed', { count: changed, n: format.count(changed) })] : []),
      ...(moved > 0 ? [t('sum.moved', { count: moved, n: format.count(moved) })] : []),
    ]
    return counts.length === 0 ? [] : [`${t(`table.${table}`)}: ${counts.join(', ')}`]
  })
  return (
    <p role="status" className={styles['sums']}>
      {parts.length === 0 ? t('sum.nothing') : parts.join(' · ')}
    </p>
  )
}

function Passages({
  kind,
  passages,
  language,
}: {
  readonly kind: AnchorChange['kind']
  readonly passages: readonly AnchorChange[]
  /** Of the text. */
  readonly language: string
}) {
  const t = useT('correction')
  const own = passages.filter((passage) => passage.kind === kind)
  if (own.length === 0) return null
  return (
    <section>
      <h3 className={classNames(styles['heading'], kind === 'lost' && styles['isLost'])}>
        {t(`passages.${kind}`, { count: own.length })}
      </h3>
      <ul className={styles['list']}>
        {own.slice(0, LISTED).map((passage) => (
          <li key={`${passage.table} ${passage.id}`} className={styles['passage']}>
            <Passage passage={passage} language={language} />
          </li>
        ))}
        {own.length > LISTED && <li className={styles['note']}>{t('more', { count: own.length - LISTED })}</li>}
      </ul>
    </section>
  )
}

function Passage({ passage, language }: { readonly passage: AnchorChange; readonly language: string }) {
  const t = useT('correction')
  const { kind, table, codeId, coderId, before, after } = passage
  const { byId, currentId } = useCoders()
  const coder = coderId === null || coderId === currentId ? undefined : byId.get(coderId)?.name
  return (
    <>
      {codeId === null ? <span className={styles['kind']}>{t(`one.${table}`)}</span> : <SegmentCode codeId={codeId} />}
      {coder !== undefined && <span className={styles['coder']}>{coder}</span>}
      <span className={styles['quote']} lang={language}>
        {kind === 'lost' ? <Gone words={before} /> : <PassageDiff before={before} after={after} />}
      </span>
    </>
  )
}
