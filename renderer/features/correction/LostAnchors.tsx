import type { LostAnchor } from '../../../shared/contract/correction.ts'
import { announce } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { selectedPassage, useReading } from '../../reader/reading-state.ts'
import { Button } from '../../ui/Button.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import type { TextHistoryProps } from './Revisions.tsx'
import styles from './TextHistory.module.css'

/** What corrections left without words, to be put back where the words stand now, or on others, or deleted. */
export function LostAnchors({ documentId, language }: TextHistoryProps) {
  const t = useT('correction')
  const { data } = useHostQuery('correction.lost', { documentId })
  if (data === undefined || data.total === 0) return null
  return (
    <section className={styles['lost']}>
      <h3 className={styles['lostTitle']}>{t('lost.title', { count: data.total })}</h3>
      <p className={styles['note']}>{t('lost.about')}</p>
      <ul className={styles['anchors']}>
        {data.lost.map((anchor) => (
          <li key={`${anchor.table} ${anchor.id}`} className={styles['anchor']}>
            <Anchor anchor={anchor} language={language} />
          </li>
        ))}
      </ul>
      {data.total > data.lost.length && (
        <p className={styles['note']}>{t('lost.more', { count: data.total - data.lost.length })}</p>
      )}
    </section>
  )
}

function Anchor({ anchor, language }: { readonly anchor: LostAnchor; readonly language: string | undefined }) {
  const t = useT('correction')
  const { byId } = useCoders()
  const reanchor = useHostCommand('correction.reanchor')
  const removeCodings = useHostCommand('coding.remove')
  const removeEpisodes = useHostCommand('episode.remove')
  const selected = useReading((state) => (state.document?.id === anchor.documentId ? selectedPassage(state) : null))
  const { table, id, codeId, coderId, own, revisionId, quote, candidates } = anchor

  async function putOn(range: { readonly start: number; readonly end: number }): Promise<void> {
    const place = { start: range.start, end: range.end }
    const done = await reanchor.run({ table, id, revisionId, range: place })
    if (done === null) return
    announce(t('lost.backDone'))
    useView.getState().goTo({ documentId: anchor.documentId, start: done.start, end: done.end })
  }

  return (
    <>
      <p className={styles['whose']}>
        {codeId === null ? t(`one.${table}`) : <SegmentCode codeId={codeId} />}
        {!own && coderId !== null && (
          <span className={styles['note']}>{t('lost.ofOther', { coder: byId.get(coderId)?.name ?? '' })}</span>
        )}
      </p>
      <button
        type="button"
        className={styles['change']}
        lang={language}
        title={t('lost.place')}
        onClick={() => {
          useView.getState().goTo({ documentId: anchor.documentId, start: anchor.at, end: anchor.at })
        }}
      >
        …{anchor.before}
        <del className={styles['gone']}>{quote ?? t('lost.unknownWords')}</del>
        {anchor.after}…
      </button>
      {own && (
        <>
          <p className={styles['note']}>
            {candidates.length === 0 ? t('lost.noCandidate') : t('lost.candidates', { count: candidates.length })}
          </p>
          {candidates.map((candidate) => (
            <p key={candidate.start} className={styles['candidate']}>
              <Button size="small" isDisabled={reanchor.pending} onPress={() => void putOn(candidate)}>
                {t('lost.putBack')}
              </Button>
              <span lang={language}>
                {candidate.turnRef !== null && <span className={styles['ref']}>{candidate.turnRef}</span>}…
                {candidate.before}
                <mark className={styles['quote']}>{candidate.quote}</mark>
                {candidate.after}…{!candidate.exact && <em> ({t('lost.similar')})</em>}
              </span>
            </p>
          ))}
          <p className={styles['candidate']}>
            <Button
              size="small"
              isDisabled={selected === null || reanchor.pending}
              onPress={() => {
                if (selected !== null) void putOn(selected)
              }}
            >
              {t('lost.putOnSelection')}
            </Button>
            {(table === 'coding' || table === 'episode') && (
              <Button
                size="small"
                tone="quiet"
                onPress={() => void (table === 'coding' ? removeCodings : removeEpisodes).run({ ids: [id] })}
              >
                {t('lost.delete')}
              </Button>
            )}
          </p>
        </>
      )}
    </>
  )
}
