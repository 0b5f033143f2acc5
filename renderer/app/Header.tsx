import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { GearIcon, MoonIcon, SearchIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useBridge } from './bridge.ts'
import { CoderMenu } from './CoderMenu.tsx'
import { openDialog } from './dialogs.ts'
import styles from './Header.module.css'
import { LayerSelect } from './LayerSelect.tsx'
import { VersionSelect } from './VersionSelect.tsx'
import { chosenLanguage } from './look.ts'
import { MenuBar } from './MenuBar.tsx'
import { paneProps } from './panes.ts'
import { useSavedState } from './saved-state.ts'
import { useSettings, useUpdateSettings } from './settings.ts'
import { useShownKeys } from './use-shown-keys.ts'
import type { OpenStudyStatus } from './Workbench.tsx'

export function Header({ study }: { readonly study: OpenStudyStatus }) {
  const t = useT('shell')
  const { shell } = useBridge()
  const paletteKeys = useShownKeys('help.palette')
  const settingsKeys = useShownKeys('app.settings')
  return (
    <header className={styles['header']} {...paneProps('header')}>
      {shell.platform === 'browser' && <MenuBar />}
      <div className={styles['study']}>
        <h1 className={styles['name']} title={study.name}>
          {study.name}
        </h1>
        {study.isSample && (
          <span className={styles['fictional']} title={t('fictionalWhy')}>
            {t('fictional')}
          </span>
        )}
        <SavedState />
      </div>
      <Button
        className={styles['search'] ?? ''}
        icon={<SearchIcon />}
        onPress={() => {
          openDialog('palette')
        }}
      >
        <span className={styles['searchWords']}>{t('searchEverything')}</span>
        {paletteKeys !== undefined && <kbd className={styles['searchKeys']}>{paletteKeys}</kbd>}
      </Button>
      <div className={styles['tools']}>
        <VersionSelect />
        <LayerSelect />
        <CoderMenu />
        <LanguageMenu />
        <ThemeMenu />
        <IconButton
          size="small"
          icon={<GearIcon />}
          label={t('command.settings')}
          {...(settingsKeys === undefined ? {} : { keys: settingsKeys })}
          onPress={() => {
            openDialog('settings')
          }}
        />
      </div>
    </header>
  )
}

/** Words, not only a colour: whether what was done is on the disk. */
function SavedState() {
  const t = useT('shell')
  const state = useSavedState((saved) => saved.state)
  return (
    <span role="status" className={styles[state === 'saved' || state === 'saving' ? 'saved' : 'unsaved']}>
      {t(`saved.${state}`)}
    </span>
  )
}

function LanguageMenu() {
  const t = useT('shell')
  const update = useUpdateSettings()
  const language = chosenLanguage(useSettings().language)
  return (
    <Menu
      label={t('menu.language')}
      placement="bottom end"
      items={(['en', 'zh-CN'] as const).map((tag) => ({
        id: tag,
        label: t(`language.${tag}`),
        isChecked: tag === language,
        onAction: () => {
          update({ language: tag })
        },
      }))}
    >
      <Button tone="quiet" size="small" aria-label={`${t('languageShort')}: ${t('menu.language')}`}>
        {t('languageShort')}
      </Button>
    </Menu>
  )
}

function ThemeMenu() {
  const t = useT('shell')
  const update = useUpdateSettings()
  const { theme: current } = useSettings()
  return (
    <Menu
      label={t('menu.theme')}
      placement="bottom end"
      items={(['system', 'light', 'dark'] as const).map((theme) => ({
        id: theme,
        label: t(`theme.${theme}`),
        isChecked: theme === current,
        onAction: () => {
          update({ theme })
        },
      }))}
    >
      <IconButton size="small" icon={<MoonIcon />} label={t('menu.theme')} />
    </Menu>
  )
}
