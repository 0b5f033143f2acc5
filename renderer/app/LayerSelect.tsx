import { useCoders } from '../features/coding/use-coders.ts'
import { useT } from '../i18n/i18n.ts'
import type { Layer } from '../../shared/contract/values.ts'
import { Select } from '../ui/Select.tsx'
import type { SelectOption } from '../ui/Select.tsx'
import styles from './LayerSelect.module.css'
import { useView } from './view-state.ts'

/**
 * Whose codings are read: everywhere in the window, and always visible (DESIGN 5, one layer per analysis). The reader
 * alone can show everyone's, so there alone it says so.
 */
export function LayerSelect() {
  const t = useT('shell')
  const layer = useView((state) => state.layer)
  const inReader = useView((state) => state.activity === 'code')
  const everyone = useView((state) => state.everyone) && inReader
  const setLayer = useView((state) => state.setLayer)
  const showEveryone = useView((state) => state.showEveryone)
  const { byId, currentId } = useCoders()
  const colleagues = [...byId.values()].filter(({ id }) => id !== currentId)
  const own = currentId === null ? undefined : byId.get(currentId)
  const options: SelectOption<Layer | 'everyone'>[] = [
    { value: 'study', label: t('layer.study'), description: t('layer.studyDescription') },
    ...(own === undefined ? [] : [{ value: own.id, label: t('layer.mine'), description: own.name }]),
    ...colleagues.map(({ id, name, kind, initials }) => ({
      value: id,
      label: name,
      description: kind === 'consensus' ? t('layer.consensusDescription') : initials,
    })),
    ...(inReader && byId.size > 1
      ? [
          {
            value: 'everyone' as const,
            label: t('layer.everyone'),
            description: t('layer.everyoneDescription', { layer: layerName() }),
          },
        ]
      : []),
  ]

  function layerName(): string {
    if (layer === 'study') return t('layer.study')
    return layer === currentId ? t('layer.mine') : (byId.get(layer)?.name ?? '')
  }

  return (
    <Select
      label={t('layer.label')}
      isLabelHidden
      isQuiet
      className={styles['select'] ?? ''}
      options={options}
      value={everyone ? 'everyone' : layer}
      onChange={(value) => {
        if (value === 'everyone') showEveryone(true)
        else setLayer(value)
      }}
    />
  )
}
