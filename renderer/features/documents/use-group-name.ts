import { useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import type { GroupRow } from './list-rows.ts'

/** What a group of transcripts is called. */
export function useGroupName(): (group: GroupRow) => string {
  const t = useT('documents')
  const waveName = useWaveName()
  return ({ id, name, stage }) => {
    if (stage !== null) return t(`stage.${stage}`)
    if (id.startsWith('wave-')) return waveName(name) ?? t('noWave')
    return name ?? t('noVillage')
  }
}
