import { languageName } from '../i18n/language-names.ts'
import { useLanguage, useT } from '../i18n/i18n.ts'
import { Select } from '../ui/Select.tsx'
import { useHostQuery } from './host.ts'
import styles from './LayerSelect.module.css'
import { useView } from './view-state.ts'

/** Which language versions analyses read, offered only where interviews have more than one (DESIGN 5, parallels). */
export function VersionSelect() {
  const t = useT('shell')
  const language = useLanguage()
  const version = useView((state) => state.version)
  const setVersion = useView((state) => state.setVersion)
  const { data } = useHostQuery('document.list', {})
  const documents = data?.documents ?? []
  if (documents.every((document) => document.parallelOf === null)) return null
  const tags = [...new Set(documents.map((document) => document.language))]
  return (
    <Select
      label={t('version.label')}
      isLabelHidden
      isQuiet
      className={styles['select'] ?? ''}
      options={[
        { value: 'originals', label: t('version.originals'), description: t('version.originalsDescription') },
        ...tags.map((tag) => ({ value: tag, label: languageName(tag, language) })),
      ]}
      value={version}
      onChange={setVersion}
    />
  )
}
