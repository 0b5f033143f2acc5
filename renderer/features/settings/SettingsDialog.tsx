import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { snapSchema } from '../../../shared/contract/study.ts'
import { closeDialog, useDialogs } from '../../app/dialogs.ts'
import { useSettings, useUpdateSettings } from '../../app/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { CoderFields } from './CoderFields.tsx'
import { KeysSettings } from './KeysSettings.tsx'
import styles from './SettingsDialog.module.css'
import { useSettingsTab } from './settings-tab.ts'

const FONT_SIZES = [14, 15, 16, 17, 18, 20, 22, 24, 28]

/** The user's own settings; each change holds at once. */
export function SettingsDialog() {
  const t = useT('settings')
  const isOpen = useDialogs((state) => state.open === 'settings')
  const tab = useSettingsTab((state) => state.tab)
  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onClose={closeDialog}
      size="large"
      footer={
        <Button tone="primary" onPress={closeDialog}>
          {t('done')}
        </Button>
      }
    >
      <Tabs
        className={styles['tabs'] ?? ''}
        selectedKey={tab}
        onSelectionChange={(key) => {
          useSettingsTab.setState({ tab: key === 'keys' ? 'keys' : 'general' })
        }}
      >
        <TabList aria-label={t('title')} className={styles['tabList'] ?? ''}>
          <Tab id="general" className={styles['tab'] ?? ''}>
            {t('tab.general')}
          </Tab>
          <Tab id="keys" className={styles['tab'] ?? ''}>
            {t('tab.keys')}
          </Tab>
        </TabList>
        <TabPanel id="general">
          <SettingsForm />
        </TabPanel>
        <TabPanel id="keys">
          <KeysSettings />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}

function SettingsForm() {
  const t = useT('settings')
  const settings = useSettings()
  const update = useUpdateSettings()
  return (
    <div className={styles['form']}>
      <CoderFields />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('look')}</legend>
        <Select
          label={t('language')}
          options={(['system', 'en', 'zh-CN'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={settings.language}
          onChange={(language) => {
            update({ language })
          }}
        />
        <Select
          label={t('theme')}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => {
            update({ theme })
          }}
        />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('reader')}</legend>
        <Select
          label={t('fontSize')}
          options={[...new Set([...FONT_SIZES, settings.reader.fontSize])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: t('pixels', { count: value }) }))}
          value={settings.reader.fontSize}
          onChange={(fontSize) => {
            update({ reader: { ...settings.reader, fontSize } })
          }}
        />
        <Select
          label={t('snap')}
          options={snapSchema.options.map((value) => ({ value, label: t(`snaps.${value}`) }))}
          value={settings.reader.snap}
          onChange={(snap) => {
            update({ reader: { ...settings.reader, snap } })
          }}
        />
        <p className={styles['text']}>{t('snapText')}</p>
      </fieldset>
    </div>
  )
}
