import type { ReactNode } from 'react'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { SavedViews } from '../views/SavedViews.tsx'
import { FigureSettings } from './FigureSettings.tsx'
import { MaterialSettings } from './MaterialSettings.tsx'
import styles from './SettingsPanel.module.css'
import { UnitSettings } from './UnitSettings.tsx'

export interface SettingsProps {
  readonly settings: AgreementSettings
  readonly onChange: (settings: AgreementSettings) => void
}

/** Every choice that moves a figure, in one place; and the choices that were kept under a name. */
export function SettingsPanel({ settings, onChange }: SettingsProps) {
  const t = useT('agreement')
  const setVersion = useView((state) => state.setVersion)
  return (
    <section aria-label={t('settings.title')} className={styles['panel']}>
      <Group title={t('saved.title')}>
        <SavedViews
          kind="agreement"
          body={settings.coderIds.length > 0 ? { kind: 'agreement', settings } : null}
          suggestion={t('saved.suggestion')}
          saveAs={t('saved.as')}
          none={t('saved.none')}
          onOpen={(body) => {
            setVersion(body.settings.version)
            onChange(body.settings)
          }}
        />
      </Group>
      <Group title={t('settings.material')}>
        <MaterialSettings settings={settings} onChange={onChange} />
      </Group>
      <Group title={t('settings.rating')}>
        <UnitSettings settings={settings} onChange={onChange} />
      </Group>
      <Group title={t('settings.figures')}>
        <FigureSettings settings={settings} onChange={onChange} />
      </Group>
    </section>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={title} className={styles['group']}>
      <h3 className={styles['title']}>{title}</h3>
      {children}
    </div>
  )
}
