import { useEffect, useId, useRef, useState } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Floating } from '../../reader/Floating.tsx'
import { Button } from '../../ui/Button.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import { codeName } from '../coding/code-names.ts'
import { useCoders } from '../coding/use-coders.ts'
import { categoryNames, cellName } from './episode-words.ts'
import styles from './EpisodePopover.module.css'

export interface EpisodePopoverProps {
  readonly episode: EpisodeRow
  readonly framework: Framework | null
  /** Codes inside the episode, with how often. */
  readonly codes: readonly { readonly code: CodeRow; readonly count: number }[]
  /** Affairs named in this transcript, to choose from. */
  readonly affairs: readonly string[]
  readonly at: DOMRect
  readonly onRename: (affair: string | null, eventTime: string | null) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** An episode: which affair it is about, when that was, which cell it falls into and what that rests on. */
export function EpisodePopover({
  episode,
  framework,
  codes,
  affairs,
  at,
  onRename,
  onRemove,
  onClose,
}: EpisodePopoverProps) {
  const t = useT('episodes')
  const language = useLanguage()
  const coders = useCoders()
  const id = useId()
  const [affair, setAffair] = useState(episode.affair ?? '')
  const [eventTime, setEventTime] = useState(episode.eventTime ?? '')
  const isOwn = episode.coderId === coders.currentId
  const panel = useRef<HTMLFormElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input:enabled, button')?.focus()
  }, [])
  function save(): void {
    const next = { affair: affair.trim() || null, eventTime: eventTime.trim() || null }
    if (next.affair !== episode.affair || next.eventTime !== episode.eventTime) onRename(next.affair, next.eventTime)
  }
  return (
    <Floating at={at} label={t('popover.label')} className={styles['popover'] ?? ''} onClose={onClose}>
      <form
        ref={panel}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          save()
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
            onChange={(event) => {
              setAffair(event.target.value)
            }}
            onBlur={save}
          />
        </label>
        <datalist id={`${id}affairs`}>
          {affairs.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <label className={styles['field']}>
          <span>{t('popover.eventTime')}</span>
          <input
            value={eventTime}
            disabled={!isOwn}
            autoComplete="off"
            onChange={(event) => {
              setEventTime(event.target.value)
            }}
            onBlur={save}
          />
        </label>
        <p className={styles['cell']}>{cellName(episode, framework, language) ?? t(`status.${episode.status}`)}</p>
        {framework !== null && (
          <dl className={styles['facts']}>
            {categoryNames(episode, framework, language).map(({ dimension, category }) => (
              <div key={dimension}>
                <dt>{dimension}</dt>
                <dd>{category ?? t('popover.noCategory')}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className={styles['heading']}>{codes.length === 0 ? t('popover.noCodes') : t('popover.restsOn')}</p>
        <ul className={styles['codes']}>
          {codes.map(({ code, count }) => (
            <li key={code.id}>
              <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
              <span>{count}</span>
            </li>
          ))}
        </ul>
        <div className={styles['foot']}>
          {isOwn ? (
            <Button size="small" tone="quiet" icon={<TrashIcon />} onPress={onRemove}>
              {t('popover.remove')}
            </Button>
          ) : (
            <span className={styles['coder']}>
              {t('popover.coder', { coder: coders.byId.get(episode.coderId)?.name ?? '' })}
            </span>
          )}
          <Button size="small" type="submit">
            {t('popover.done')}
          </Button>
        </div>
      </form>
    </Floating>
  )
}
