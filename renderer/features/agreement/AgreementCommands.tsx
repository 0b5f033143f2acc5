import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { showAgreement } from './agreement-tab.ts'
import { AGREEMENT_PAGES } from './tabs.tsx'

/** Every page of the activity from anywhere in the study. */
export function AgreementCommands() {
  const t = useT('agreement')
  useCommands(
    AGREEMENT_PAGES.map(({ id }, index) => ({
      id: `agreement.${id}`,
      menu: 'go' as const,
      order: 300 + index,
      label: t('command', { tab: t(`tab.${id}`) }),
      run: () => {
        showAgreement(id)
      },
    })),
  )
  return null
}
