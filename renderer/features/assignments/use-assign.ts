import { announce, explain } from '../../app/announce.ts'
import { useHostQuery, useHostTell } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { useCoders } from '../coding/use-coders.ts'
import type { Meant } from './assignment-lines.ts'

/** How many transcripts are named before the rest is counted. */
const NAMED = 4

/** Assigns and withdraws, and says what came of it. */
export function useAssign(): (meant: Meant, state: 'assigned' | null) => Promise<void> {
  const t = useT('assignments')
  const language = useLanguage()
  const tell = useHostTell()
  const { byId } = useCoders()
  const { data } = useHostQuery('document.list', {})

  return async ({ documentIds, coderIds }, state) => {
    if (documentIds.length === 0 || coderIds.length === 0) {
      explain(t('said.chooseCoder'))
      return
    }
    const done = await tell('assignment.set', { documentIds: [...documentIds], coderIds: [...coderIds], state })
    if (done === null) return
    const { changed, kept } = done
    const said = t(state === null ? 'said.withdrawn' : 'said.assigned', { count: changed })
    if (kept.length > 0) {
      const names = new Map(data?.documents.map(({ id, name }) => [id, name]))
      const list = new Intl.ListFormat(language, { type: 'conjunction' })
      const places = kept.slice(0, NAMED).map((one) =>
        t(`said.keptFor.${one.why}`, {
          coder: byId.get(one.coderId)?.name ?? '',
          document: names.get(one.documentId) ?? '',
        }),
      )
      if (kept.length > NAMED) places.push(t('said.more', { count: kept.length - NAMED }))
      const text = `${said} ${t('said.kept', { count: kept.length, places: list.format(places) })}`
      announce(text)
      showToast({ tone: 'info', text })
    } else if (changed === 0) explain(t(state === null ? 'said.nothingToWithdraw' : 'said.assignedAlready'))
    else announce(said)
  }
}
