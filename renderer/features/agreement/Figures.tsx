import { useT } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** How far coders agree on each code, by settings of one's own. */
export function Figures() {
  const t = useT('agreement')
  return <EmptyState title={t('noPair')} text={t('noPairText')} />
}
