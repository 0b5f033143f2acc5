import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { Floating } from '../../reader/Floating.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName } from './code-names.ts'
import styles from './ElsewhereCard.module.css'
import { useCodebook } from './use-codebook.ts'
import type { CodedElsewhere } from './use-elsewhere-markers.ts'

export interface ElsewhereCardProps {
  readonly turnRef: string
  readonly codes: readonly CodedElsewhere[]
  readonly at: DOMRect
  readonly onShow: (code: CodedElsewhere) => void
  readonly onClose: () => void
  readonly onHover: (isOver: boolean) => void
}

/** Which codes a turn carries in the other language versions; each opens its passage there. */
export function ElsewhereCard({ turnRef, codes, at, onShow, onClose, onHover }: ElsewhereCardProps) {
  const t = useT('reader')
  const language = useLanguage()
  const { byId } = useCodebook()
  return (
    <Floating
      at={at}
      label={t('elsewhere.label', { turn: turnRef })}
      className={styles['card'] ?? ''}
      onClose={onClose}
      onHover={onHover}
    >
      {[...Map.groupBy(codes, ({ version }) => version)].map(([version, rows]) => (
        <section key={version.id}>
          <h3 className={styles['version']}>
            {t('elsewhere.version', { turn: turnRef, language: languageName(version.language, language) })}
          </h3>
          <ul className={styles['list']}>
            {rows.map((row) => {
              const code = byId.get(row.codeId)
              return (
                code !== undefined && (
                  <li key={row.codeId}>
                    <button
                      type="button"
                      className={styles['code']}
                      onClick={() => {
                        onShow(row)
                      }}
                    >
                      <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
                    </button>
                  </li>
                )
              )
            })}
          </ul>
        </section>
      ))}
    </Floating>
  )
}
