import type { CodeRow } from '../../../shared/contract/code.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { useT } from '../../i18n/i18n.ts'
import { useCoders } from '../coding/use-coders.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './CodePage.module.css'

/** How much a code is used, of how much: in the window's layer, and by each coder. */
export function CodeUsage({ code, usage }: { readonly code: CodeRow; readonly usage: Out<'code.usage'> }) {
  const t = useT('codebook')
  const { codes } = useCodebook()
  const coders = useCoders()
  const hasChildren = codes.some(({ parentId }) => parentId === code.id)
  const amount = (passages: number, documents: number): string =>
    t('usage.amount', { count: passages, documents, of: usage.read })
  const notRead = [
    ...(usage.uncoded > 0 ? [t('usage.uncoded', { count: usage.uncoded })] : []),
    ...(usage.undecided > 0 ? [t('usage.undecided', { count: usage.undecided })] : []),
  ]
  return (
    <>
      <p className={styles['facts']}>
        {[
          ...(code.codable ? [amount(usage.own.passages, usage.own.documents)] : [t('group')]),
          ...(hasChildren
            ? [t('usage.withBelow', { amount: amount(usage.branch.passages, usage.branch.documents) })]
            : []),
          ...(code.shortcut === null ? [] : [t('key', { key: code.shortcut.toUpperCase() })]),
        ].join(' · ')}
      </p>
      {notRead.length > 0 && <p className={styles['facts']}>{notRead.join(' · ')}</p>}
      {usage.coders.length > 1 && (
        <p className={styles['facts']}>
          {usage.coders
            .map(({ coderId, passages, documents }) =>
              t('usage.coder', {
                coder: coders.byId.get(coderId)?.name ?? '',
                count: passages,
                documents,
              }),
            )
            .join(' · ')}
        </p>
      )}
    </>
  )
}
