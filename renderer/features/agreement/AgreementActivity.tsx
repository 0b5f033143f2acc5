import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { PageTabs } from '../../ui/PageTabs.tsx'
import activity from '../../ui/Activity.module.css'
import { useAgreementTab } from './agreement-tab.ts'
import { AGREEMENT_PAGES } from './tabs.tsx'

/** How far several coders agree, where they do not, and how their work is shared out. */
export function AgreementActivity() {
  const t = useT('agreement')
  const exchange = useT('exchange')
  const tab = useAgreementTab((state) => state.tab)
  const { data: status } = useHostQuery('study.status', {})
  const conflicts = status?.open?.counts.conflicts ?? 0
  const Page = AGREEMENT_PAGES.find((page) => page.id === tab)?.Component
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      <PageTabs
        label={t('tabs')}
        tabs={AGREEMENT_PAGES.map(({ id }) => ({
          id,
          label: t(`tab.${id}`),
          ...(id === 'exchange'
            ? { waiting: { count: conflicts, words: exchange('conflicts.open', { count: conflicts }) } }
            : {}),
        }))}
        current={tab}
        onChange={(next) => {
          useAgreementTab.setState({ tab: next })
        }}
      />
      {Page && <Page />}
    </div>
  )
}
