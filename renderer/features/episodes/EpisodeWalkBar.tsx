import { useEffect, useRef, useState } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import { runCommand, useCommands, useKeysOf } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { announce } from '../../app/announce.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostQuery } from '../../app/host.ts'
import { shownKeys } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { caretAt } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { Button } from '../../ui/Button.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import {
  forgetSkipped,
  resumeWalk,
  skippedIn,
  startWalk,
  stopWalk,
  useEpisodeWalk,
  walkAccepted,
  walkBack,
  walkExtend,
  walkSkip,
  walkStretch,
} from './episode-walk.ts'
import type { EpisodeWalk } from './episode-walk.ts'
import styles from './EpisodeWalkBar.module.css'
import { turnsCalled, useEpisodeActions } from './use-episode-actions.ts'

export interface EpisodeWalkBarProps {
  readonly opened: OpenDocument
  readonly view: ReaderView
  /** One's own, among which no other may be drawn. */
  readonly drawn: readonly EpisodeRow[]
}

/** Only while the bar itself has the focus: its buttons have keys of their own, and so has the text. */
const ON_THE_BAR = '[data-episode-walk]:focus'

/**
 * Goes through the episodes that the questions of the transcript suggest, one key for each. Not modal: one may read and
 * code in between, and come back with the key that began the walk.
 */
export function EpisodeWalkBar(props: EpisodeWalkBarProps) {
  const walk = useEpisodeWalk((state) => state.walk)
  if (walk?.documentId !== props.opened.id || walk.revisionId !== props.opened.revisionId) return null
  return <WalkBar {...props} walk={walk} />
}

function WalkBar({ opened, view, drawn, walk }: EpisodeWalkBarProps & { readonly walk: EpisodeWalk }) {
  const t = useT('episodes')
  const actions = useEpisodeActions()
  const serial = useEpisodeWalk((state) => state.serial)
  const skipped = useEpisodeWalk((state) => skippedIn(state.skipped, walk))
  const bar = useRef<HTMLDivElement>(null)
  const [isNaming, setIsNaming] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  /** Why nothing happened; until one goes on. */
  const [note, setNote] = useState<string | null>(null)
  const stretch = walkStretch(walk)
  const turns = stretch === null ? '' : turnsCalled(opened, stretch)
  const start = stretch?.start
  const end = stretch?.end

  useEffect(() => {
    bar.current?.focus()
  }, [serial])
  useEffect(() => {
    if (start === undefined || end === undefined) return
    view.select(caretAt(start), { scroll: false })
    view.scrollTo(start)
  }, [view, start, end])
  useEffect(() => {
    view.mark('suggested', start === undefined || end === undefined ? null : { start, end })
    return () => {
      view.mark('suggested', null)
    }
  }, [view, start, end])
  useEffect(() => {
    if (turns !== '') announce(t('walk.at', { place: walk.at + 1, count: walk.suggested.length, turns }))
  }, [walk.at, walk.suggested.length, turns, t])

  async function accept(affair: string | null = null): Promise<void> {
    if (stretch === null || isBusy) return
    setIsBusy(true)
    const id = await actions.mark(opened, stretch, affair)
    setIsBusy(false)
    setIsNaming(false)
    setNote(null)
    resumeWalk()
    if (id !== null) walkAccepted(drawn)
  }
  function skip(): void {
    setNote(null)
    walkSkip(drawn)
    resumeWalk()
  }
  function extend(): void {
    const isExtended = walkExtend(drawn)
    setNote(isExtended ? null : t('walk.noMore'))
    if (!isExtended) announce(t('walk.noMore'))
    resumeWalk()
  }
  function back(): void {
    setNote(null)
    walkBack(drawn)
    resumeWalk()
  }
  function stop(): void {
    stopWalk()
    view.focus()
  }
  function again(): void {
    forgetSkipped(walk)
    startWalk(opened, drawn, 0)
  }

  const isAsking = stretch !== null && !isNaming
  const steps: readonly Command[] = [
    { id: 'episodeWalk.accept', label: t('walk.accept'), keys: ['Enter', 'Y'], run: () => void accept() },
    {
      id: 'episodeWalk.name',
      label: t('walk.name'),
      keys: 'N',
      run: () => {
        setIsNaming(true)
      },
    },
    { id: 'episodeWalk.skip', label: t('walk.skip'), keys: ['S', 'Delete'], run: skip },
    { id: 'episodeWalk.extend', label: t('walk.extend'), keys: ['X', '+'], run: extend },
    { id: 'episodeWalk.back', label: t('walk.back'), keys: ['B', 'Backspace'], run: back },
  ].map((command, index) => ({
    ...command,
    menu: 'code',
    order: 130 + index,
    within: ON_THE_BAR,
    enabled: isAsking,
  }))
  useCommands([
    ...steps,
    {
      id: 'episodeWalk.stop',
      menu: 'code',
      order: 139,
      label: t('walk.stop'),
      keys: 'Escape',
      within: '[data-episode-walk]',
      enabled: !isNaming,
      run: stop,
    },
  ])

  return (
    <div
      ref={bar}
      className={styles['bar']}
      role="toolbar"
      aria-label={t('walk.label')}
      tabIndex={0}
      data-episode-walk=""
    >
      {stretch === null ? (
        <>
          <span className={styles['words']}>
            {walk.hasQuestions ? t('walk.over', { accepted: walk.accepted, skipped }) : t('walk.noQuestions')}
          </span>
          {walk.hasQuestions ? (
            skipped > 0 && (
              <Button size="small" onPress={again}>
                {t('walk.again')}
              </Button>
            )
          ) : (
            <Button size="small" onPress={() => runCommand('document.details')}>
              {t('walk.details')}
            </Button>
          )}
          <Button size="small" onPress={stop}>
            {t('walk.close')}
          </Button>
        </>
      ) : (
        <>
          <span className={styles['place']}>
            {t('walk.place', { place: walk.at + 1, count: walk.suggested.length })}
            {turns !== '' && <span className={styles['turns']}>{turns}</span>}
          </span>
          {isNaming ? (
            <NameField
              documentId={opened.id}
              onName={(affair) => void accept(affair)}
              onCancel={() => {
                setIsNaming(false)
                resumeWalk()
              }}
            />
          ) : (
            <span className={styles['steps']}>
              {steps.map((step) => (
                <StepButton key={step.id} id={step.id} label={step.label} run={step.run} />
              ))}
              <StepButton id="episodeWalk.stop" label={t('walk.stop')} run={stop} />
              {note !== null && <span className={styles['turns']}>{note}</span>}
            </span>
          )}
        </>
      )}
    </div>
  )
}

function StepButton({ id, label, run }: { readonly id: string; readonly label: string; readonly run: () => void }) {
  const { shell } = useBridge()
  const keys = useKeysOf(id)
  return (
    <Button size="small" tone="quiet" onPress={run}>
      {label}
      {keys !== null && <kbd className={styles['key']}>{shownKeys(keys, shell.os)}</kbd>}
    </Button>
  )
}

interface NameFieldProps {
  readonly documentId: number
  readonly onName: (affair: string | null) => void
  readonly onCancel: () => void
}

function NameField({ documentId, onName, onCancel }: NameFieldProps) {
  const t = useT('episodes')
  const { data } = useHostQuery('episode.affairs', { documentId })
  const [name, setName] = useState('')
  return (
    <form
      className={styles['name']}
      onSubmit={(event) => {
        event.preventDefault()
        onName(name.trim() || null)
      }}
    >
      <Suggestions values={(data?.affairs ?? []).map((affair) => affair.name)}>
        {(list) => (
          <TextField
            label={t('popover.affair')}
            isLabelHidden
            placeholder={t('popover.affair')}
            list={list}
            value={name}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel()
              else event.continuePropagation()
            }}
            maxLength={500}
            autoFocus
          />
        )}
      </Suggestions>
      <Button size="small" type="submit">
        {t('walk.accept')}
      </Button>
      <Button size="small" tone="quiet" onPress={onCancel}>
        {t('walk.cancel')}
      </Button>
    </form>
  )
}
