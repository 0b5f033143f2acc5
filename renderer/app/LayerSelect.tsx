import type { Layer } from '../../shared/contract/values.ts'
import { useCoders } from '../features/coding/use-coders.ts'
import { useT } from '../i18n/i18n.ts'
import { Select } from '../ui/Select.tsx'
import styles from './LayerSelect.module.css'
import { useView } from './view-state.ts'

/** Whose codings are read: everywhere in the window, and always visible (DESIGN 5, one layer per analysis). */
export function LayerSelect() {
  const t = useT('shell')
  const layer = useView((state) => state.layer)
  const setLayer = useView((state) => state.setLayer)
  const { byId } = useCoders()
  const options: { value: Layer; label: string; description?: string }[] = [
    { value: 'study', label: t('layer.study'), description: t('layer.studyDescription') },
    ...[...byId.values()].map((coder) => ({ value: coder.id, label: coder.name })),
  ]
  return (
    <Select
      label={t('layer.label')}
      isLabelHidden
      isQuiet
      className={styles['select'] ?? ''}
      options={options}
      value={layer}
      onChange={setLayer}
    />
  )
}
