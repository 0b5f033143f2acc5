import type { Settings } from '../../../shared/contract/study.ts'
import { announce } from '../../app/announce.ts'
import { useHostCommand } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useCoders } from '../coding/use-coders.ts'

/**
 * Has another person code from now on. Who read their own layer reads their own still.
 *
 * @returns `id`: the person as a coder of the study; null before their first change
 */
export function useSwitchCoder(): (person: Settings['coder'], id: number | null) => Promise<void> {
  const t = useT('shell')
  const { run } = useHostCommand('settings.update')
  const { currentId } = useCoders()
  return async ({ name, initials, colour }, id) => {
    if (id !== null && id === currentId) return
    if ((await run({ coder: { name, initials, colour } })) === null) return
    const { layer, setLayer } = useView.getState()
    if (currentId !== null && layer === currentId) setLayer(id ?? 'study')
    announce(t('coder.switched', { name }))
  }
}
