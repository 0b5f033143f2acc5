import { useEffect } from 'react'
import { useCommands } from '../../app/commands.ts'
import { useChanged } from '../../app/host.ts'
import type { ChangedEvent } from '../../../shared/contract/envelope.ts'
import type { TopicKind } from '../../../shared/contract/topics.ts'
import { useT } from '../../i18n/i18n.ts'
import { showAgreement } from './agreement-tab.ts'
import { forgetAgreement, outdateAgreement } from './agreement-run.ts'
import { AGREEMENT_CONCERNS } from './figures/JobFrame.tsx'
import { AGREEMENT_PAGES } from './tabs.tsx'

/** Every page of the activity from anywhere in the study. */
export function AgreementCommands() {
  const t = useT('agreement')
  // Figures stay while one looks elsewhere, and know when the study has changed meanwhile.
  useChanged(onChanged)
  useEffect(() => forgetAgreement, [])
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

function onChanged({ topics }: ChangedEvent): void {
  if (topics.some((topic) => AGREEMENT_CONCERNS.has(topic.split(':', 1)[0] as TopicKind))) outdateAgreement()
}
