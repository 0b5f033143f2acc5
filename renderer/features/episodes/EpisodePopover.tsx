import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { AffairRow, CodingInside, EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MemoIcon, TrashIcon } from '../../ui/icons.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { openMemo } from '../memos/open-memo.ts'
import { EpisodeReading } from './EpisodeReading.tsx'
import { useEpisodeActions } from './use-episode-actions.ts'
import styles from './EpisodePopover.module.css'

export interface EpisodePopoverProps {
  readonly episode: EpisodeRow
  readonly framework: Framework | null
  /** `T02–T05`. */
  readonly turns: string
  readonly at: DOMRect
  readonly onShow: (coding: CodingInside) => void
  readonly onClose: () => void
}

/** An episode: which affair it is about, when that was, which cell it falls into and what that rests on. */
export function EpisodePopover({ episode, framework, turns, at, onShow, onClose }: EpisodePopoverProps) {
  const t = useT('episodes')
  const coders = useCoders()
  const actions = useEpisodeActions()
  const id = useId()
  const { data } = useHostQuery('episode.affairs', { documentId: episode.documentId })
  const affairs = data?.affairs ?? []
  const [affair, setAffair] = useState(episode.affair ?? '')
  const [eventTime, setEventTime] = useState(episode.eventTime ?? '')
  const isOwn = episode.coderId === coders.currentId
  const own = affairs.find((row) => row.id === episode.affairId)
  const panel = useRef<HTMLFormElement>(null)
  /** What is in the study as far as is known here; null: nothing is to be stored any more. */
  const stored = useRef<Pick<EpisodeRow, 'affair' | 'eventTime'> | null>(episode)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input:enabled, button')?.focus()
  }, [])

  async function save(): Promise<void> {
    const next = { affair: affair.trim() || null, eventTime: eventTime.trim() || null }
    const before = stored.current
    if (!isOwn || before === null) return
    stored.current = next
    const change = {
      ...(next.affair !== before.affair && { affair: next.affair }),
      ...(next.eventTime !== before.eventTime && { eventTime: next.eventTime }),
    }
    if (Object.keys(change).length > 0) await actions.update({ id: episode.id, ...change })
  }

  // What was typed is kept when one goes on elsewhere; Escape drops it.
  const left = useEffectEvent((event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node) || !panel.current?.contains(event.relatedTarget)) void save()
  })
  useEffect(() => {
    const form = panel.current
    const onFocusOut = (event: FocusEvent): void => {
      left(event)
    }
    form?.addEventListener('focusout', onFocusOut)
    return () => form?.removeEventListener('focusout', onFocusOut)
  }, [])

  function drop(): void {
    stored.current = null
    onClose()
  }

  function renameEverywhere(): void {
    const name = affair.trim()
    if (own !== undefined && name !== '' && name !== own.name) void actions.renameAffair(own.id, name)
    drop()
  }

  return (
    <Floating at={at} label={t('popover.label')} className={styles['popover'] ?? ''} onClose={drop}>
      <form
        ref={panel}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
          onClose()
        }}
      >
        <label className={styles['field']}>
          <span>{t('popover.affair')}</span>
          <input
            list={`${id}affairs`}
            value={affair}
            disabled={!isOwn}
            autoComplete="off"
            maxLength={500}
            onChange={(event) => {
              setAffair(event.target.value)
            }}
          />
        </label>
        <datalist id={`${id}affairs`}>
          {affairs.map((row) => (
            <option key={row.id} value={row.name} />
          ))}
        </datalist>
        {isOwn && own !== undefined && affair.trim() !== '' && affair.trim() !== own.name && (
          <RenameOffer affair={own} name={affair.trim()} affairs={affairs} onRename={renameEverywhere} />
        )}
        <label className={styles['field']}>
          <span>{t('popover.eventTime')}</span>
          <input
            value={eventTime}
            disabled={!isOwn}
            autoComplete="off"
            maxLength={100}
            onChange={(event) => {
              setEventTime(event.target.value)
            }}
          />
        </label>
        {framework === null ? (
          <p className={styles['note']}>{t('popover.noFramework')}</p>
        ) : (
          <EpisodeReading
            episode={episode}
            framework={framework}
            isOwn={isOwn}
            onShow={onShow}
            onDecide={(dimension, codeId) => void actions.decide(episode.id, dimension, codeId)}
          />
        )}
        <div className={styles['foot']}>
          <IconButton
            size="small"
            icon={<MemoIcon />}
            label={t('popover.memo')}
            onPress={() => {
              onClose()
              openMemo({ kind: 'episode', id: episode.id })
            }}
          />
          {isOwn && (
            <IconButton
              size="small"
              icon={<TrashIcon />}
              label={t('popover.remove')}
              onPress={() => {
                void actions.remove(episode.id)
                drop()
              }}
            />
          )}
          <span className={styles['note']}>
            {[turns, isOwn ? null : t('popover.coder', { coder: coders.byId.get(episode.coderId)?.name ?? '' })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Button size="small" type="submit">
            {t('popover.done')}
          </Button>
        </div>
      </form>
    </Floating>
  )
}

/** Another name in the field means another affair for this episode; or that the affair itself is to be called so. */
function RenameOffer({
  affair,
  name,
  affairs,
  onRename,
}: {
  readonly affair: AffairRow
  readonly name: string
  readonly affairs: readonly AffairRow[]
  readonly onRename: () => void
}) {
  const t = useT('episodes')
  const isOther = affairs.some((row) => row.name === name)
  if (affair.episodes + affair.codings < 2 && !isOther) return null
  return (
    <p className={styles['note']}>
      {t('popover.onlyHere')}{' '}
      <Button size="small" tone="quiet" onPress={onRename}>
        {t(isOther ? 'popover.uniteEverywhere' : 'popover.renameEverywhere', {
          affair: affair.name,
          name,
          count: affair.episodes + affair.codings,
        })}
      </Button>
    </p>
  )
}
