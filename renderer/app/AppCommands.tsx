import { pickAndOpenStudy, useStudyActions } from '../features/study/study-actions.ts'
import { useT } from '../i18n/i18n.ts'
import { useBridge } from './bridge.ts'
import { useCommands } from './commands.ts'
import type { Command } from './commands.ts'
import { openDialog } from './dialogs.ts'
import { chosenLanguage } from './look.ts'
import { focusNextPane } from './panes.ts'
import { useSettings, useUpdateSettings } from './settings.ts'

/** The commands that hold with and without a study. */
export function AppCommands() {
  useFileCommands()
  useViewCommands()
  return null
}

function useFileCommands(): void {
  const t = useT('shell')
  const bridge = useBridge()
  const actions = useStudyActions()
  useCommands([
    {
      id: 'study.new',
      menu: 'file',
      order: 10,
      label: t('command.newStudy'),
      run: () => {
        openDialog('newStudy')
      },
    },
    {
      id: 'study.open',
      menu: 'file',
      order: 11,
      keys: 'Mod+O',
      label: t('command.openStudy'),
      run: () => void pickAndOpenStudy(bridge, actions.open),
    },
    {
      id: 'study.sample',
      menu: 'file',
      order: 12,
      label: t('command.openSample'),
      run: () => void actions.openSample(),
    },
    {
      id: 'window.new',
      menu: 'file',
      order: 13,
      keys: 'Mod+Shift+N',
      label: t('command.newWindow'),
      run: () => {
        bridge.shell.newWindow()
      },
    },
    {
      id: 'app.settings',
      menu: 'file',
      order: 400,
      keys: 'Mod+,',
      label: t('command.settings'),
      run: () => {
        openDialog('settings')
      },
    },
  ])
}

function useViewCommands(): void {
  const t = useT('shell')
  const settings = useSettings()
  const update = useUpdateSettings()
  const language = chosenLanguage(settings.language)
  const themes = (['system', 'light', 'dark'] as const).map<Command>((theme, index) => ({
    id: `view.theme.${theme}`,
    menu: 'view',
    order: 400 + index,
    label: t(`theme.${theme}`),
    checked: settings.theme === theme,
    run: () => {
      update({ theme })
    },
  }))
  const languages = (['en', 'zh-CN'] as const).map<Command>((tag, index) => ({
    id: `view.language.${tag}`,
    menu: 'view',
    order: 500 + index,
    label: t(`language.${tag}`),
    checked: language === tag,
    run: () => {
      update({ language: tag })
    },
  }))
  useCommands([
    ...themes,
    ...languages,
    {
      id: 'view.nextPane',
      menu: 'view',
      order: 200,
      keys: 'F6',
      whileTyping: true,
      label: t('command.nextPane'),
      run: () => {
        focusNextPane(1)
      },
    },
    {
      id: 'view.previousPane',
      menu: 'view',
      order: 201,
      keys: 'Shift+F6',
      whileTyping: true,
      label: t('command.previousPane'),
      run: () => {
        focusNextPane(-1)
      },
    },
    {
      id: 'help.palette',
      menu: 'help',
      order: 0,
      keys: ['Mod+K', 'Mod+Shift+P'],
      whileTyping: true,
      label: t('command.palette'),
      run: () => {
        openDialog('palette')
      },
    },
    {
      id: 'help.keys',
      menu: 'help',
      order: 1,
      keys: '?',
      label: t('command.keys'),
      run: () => {
        openDialog('keys')
      },
    },
  ])
}
