import type { Layer } from '../../shared/contract/values.ts'
import { useCoders } from '../features/coding/use-coders.ts'
import { useT } from '../i18n/i18n.ts'
import { announce } from './announce.ts'
import { useCommands } from './commands.ts'
import type { Command } from './commands.ts'
import { useView } from './view-state.ts'

/** Whose codings are read, by key and by name: what the header's list offers. */
export function LayerCommands() {
  const t = useT('shell')
  const layer = useView((state) => state.layer)
  const inReader = useView((state) => state.activity === 'code')
  const everyone = useView((state) => state.everyone) && inReader
  const setLayer = useView((state) => state.setLayer)
  const showEveryone = useView((state) => state.showEveryone)
  const { byId, currentId } = useCoders()
  const colleagues = [...byId.values()].filter(({ id }) => id !== currentId)

  function read(id: string, order: number, next: Layer | null, name: string, keys?: string): Command {
    return {
      id: `view.layer.${id}`,
      menu: 'view',
      order,
      ...(keys === undefined ? {} : { keys }),
      label: t('layer.command', { layer: name }),
      enabled: next !== null,
      checked: !everyone && next === layer,
      run: () => {
        if (next === null) return
        setLayer(next)
        announce(t('layer.said', { layer: name }))
      },
    }
  }

  useCommands([
    read('study', 600, 'study', t('layer.study'), 'Alt+Shift+1'),
    read('mine', 601, currentId, t('layer.mine'), 'Alt+Shift+2'),
    {
      id: 'view.layer.everyone',
      menu: 'view',
      order: 602,
      keys: 'Alt+Shift+3',
      label: t('layer.command', { layer: t('layer.everyone') }),
      enabled: inReader && byId.size > 1,
      checked: everyone,
      run: () => {
        showEveryone(!everyone)
        announce(everyone ? t('layer.onlyLayer') : t('layer.said', { layer: t('layer.everyone') }))
      },
    },
    ...colleagues.map((coder, index) => read(String(coder.id), 610 + index, coder.id, coder.name)),
  ])
  return null
}
