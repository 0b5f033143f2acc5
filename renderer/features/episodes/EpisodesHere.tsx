import { useMemo, useState } from 'react'
import type { CodingInside, EpisodeRow } from '../../../shared/contract/episode.ts'
import { runCommand, useKeysOf } from '../../app/commands.ts'
import { useBridge } from '../../app/bridge.ts'
import { shownKeys } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import { caretAt } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { useReading } from '../../reader/reading-state.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ListIcon, MemoIcon, PencilIcon, TrashIcon } from '../../ui/icons.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { useShownLayers } from '../coding/use-shown-layers.ts'
import { openMemo } from '../memos/open-memo.ts'
import { episodeAt } from './episode-at.ts'
import { EpisodeReading } from './EpisodeReading.tsx'
import styles from './EpisodesHere.module.css'
import { turnsCalled, useEpisodeActions } from './use-episode-actions.ts'
import { useEpisodes, useFramework } from './use-episodes.ts'
import { useStanding } from './use-standing.ts'

/** In the inspector: the episode at the caret with what it shows, and all episodes of the transcript to go to. */
export function EpisodesHere() {
  const document = useReading((state) => state.document)
  return document === null ? null : <Episodes key={document.id} document={document} />
}

function Episodes({ document }: { readonly document: OpenDocument }) {
  const t = useT('episodes')
  const { layers } = useShownLayers(document.id)
  const episodes = useEpisodes(document.id, layers)
  const framework = useFramework()
  const { currentId } = useCoders()
  const [isListed, setIsListed] = useState(false)
  const hereId = useReading((state) => episodeAt(episodes, state.selection?.focus ?? null, currentId)?.id ?? null)
  const index = episodes.findIndex(({ id }) => id === hereId)
  const episode = episodes[index]
  const title =
    index < 0
      ? t('here.count', { count: episodes.length })
      : t('here.place', { place: index + 1, count: episodes.length })
  return (
    <section className={styles['here']} aria-label={t('here.title')} data-episodes="">
      <header className={styles['header']}>
        <h2 className={styles['title']}>{title}</h2>
        {episodes.length > 0 && (
          <IconButton
            size="small"
            icon={<ListIcon />}
            label={isListed ? t('here.hideList') : t('here.showList')}
            aria-pressed={isListed}
            onPress={() => {
              setIsListed(!isListed)
            }}
          />
        )}
      </header>
      {episodes.length === 0 && <NoEpisodes />}
      {isListed && <EpisodeList episodes={episodes} hereId={hereId} document={document} />}
      {episode !== undefined && <EpisodeStrip episode={episode} document={document} framework={framework} />}
    </section>
  )
}

function NoEpisodes() {
  const t = useT('episodes')
  const { shell } = useBridge()
  const keys = useKeysOf('episode.mark')
  return (
    <p className={styles['none']}>
      {t('here.none', { keys: keys === null ? '' : shownKeys(keys, shell.os) })}{' '}
      <Button size="small" tone="quiet" onPress={() => runCommand('episode.suggest')}>
        {t('here.suggest')}
      </Button>
    </p>
  )
}

interface StripProps {
  readonly episode: EpisodeRow
  readonly document: OpenDocument
  readonly framework: ReturnType<typeof useFramework>
}

function EpisodeStrip({ episode, document, framework }: StripProps) {
  const t = useT('episodes')
  const actions = useEpisodeActions()
  const coders = useCoders()
  const isOwn = episode.coderId === coders.currentId
  const coder = coders.byId.get(episode.coderId)
  const facts = [turnsCalled(document, episode), episode.eventTime, isOwn ? null : coder?.name].filter(Boolean)
  return (
    <>
      <div className={styles['affair']}>
        <span className={episode.affair === null ? styles['unnamed'] : styles['name']}>
          {episode.affair ?? t('unnamed')}
        </span>
        <span className={styles['facts']}>{facts.join(' · ')}</span>
        <span className={styles['actions']}>
          {isOwn && (
            <IconButton
              size="small"
              icon={<PencilIcon />}
              label={t('here.edit')}
              onPress={() => runCommand('episode.mark')}
            />
          )}
          <IconButton
            size="small"
            icon={<MemoIcon />}
            label={t('popover.memo')}
            onPress={() => {
              openMemo({ kind: 'episode', id: episode.id })
            }}
          />
          {isOwn && (
            <IconButton
              size="small"
              icon={<TrashIcon />}
              label={t('popover.remove')}
              onPress={() => void actions.remove(episode.id)}
            />
          )}
        </span>
      </div>
      {framework !== null && (
        <EpisodeReading
          episode={episode}
          framework={framework}
          isOwn={isOwn}
          onShow={showPassage}
          onDecide={(dimension, codeId) => void actions.decide(episode.id, dimension, codeId)}
        />
      )}
    </>
  )
}

/** Selects a passage in the transcript that one reads, and goes there. */
export function showPassage({ id, start, end }: CodingInside): void {
  const { view } = useReading.getState()
  if (view === null) return
  view.focus()
  view.select({ anchor: start, focus: end })
  const coding = view.coding(id) ?? null
  view.choose(coding)
  useReading.setState({ chosen: coding })
}

interface ListProps {
  readonly episodes: readonly EpisodeRow[]
  readonly hereId: number | null
  readonly document: OpenDocument
}

function EpisodeList({ episodes, hereId, document }: ListProps) {
  const t = useT('episodes')
  const standing = useStanding(useFramework())
  const lines = useMemo(
    () =>
      episodes.map((episode) => ({
        episode,
        turns: turnsCalled(document, episode),
        standing: standing(episode),
      })),
    [episodes, document, standing],
  )
  return (
    <ul className={styles['list']} aria-label={t('here.list')}>
      {lines.map(({ episode, turns, standing: stands }) => (
        <li key={episode.id}>
          <button
            type="button"
            className={styles['line']}
            aria-current={episode.id === hereId}
            onClick={() => {
              goToEpisode(episode)
            }}
          >
            <span className={styles['turns']}>{turns}</span>
            <span className={episode.affair === null ? styles['unnamed'] : ''}>{episode.affair ?? t('unnamed')}</span>
            <span className={styles['facts']}>{stands}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Puts the caret at the beginning of an episode and brings it into sight. */
export function goToEpisode({ start }: Pick<EpisodeRow, 'start'>): void {
  const { view } = useReading.getState()
  if (view === null) return
  view.focus()
  view.select(caretAt(start), { scroll: false })
  view.scrollTo(start)
}
