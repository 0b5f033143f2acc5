import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showAgreement } from './agreement-tab.ts'

/** There is only one coder: how a second one comes into the study. */
export function NoPair() {
  const t = useT('agreement')
  return (
    <EmptyState title={t('noPair')} text={t('noPairText')}>
      {(['assignments', 'exchange'] as const).map((id) => (
        <Button
          key={id}
          onPress={() => {
            showAgreement(id)
          }}
        >
          {t(`tab.${id}`)}
        </Button>
      ))}
    </EmptyState>
  )
}
