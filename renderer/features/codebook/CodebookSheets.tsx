import { useMemo } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { useCodebook } from '../coding/use-codebook.ts'
import { codeTree, flatten } from './code-tree.ts'
import styles from './CodebookPrint.module.css'

export interface CodebookSheetsProps {
  readonly study: string
  readonly layerName: string
  /** BCP 47, side by side. */
  readonly languages: readonly string[]
}

const PROSE = ['definition', 'include', 'exclude', 'example'] as const

/** Every code with everything it says, in the order of the tree. */
export function CodebookSheets({ study, layerName, languages }: CodebookSheetsProps) {
  const t = useT('codebook')
  const language = useLanguage()
  const { codes } = useCodebook()
  const layer = useView((state) => state.layer)
  const { data } = useHostQuery('code.counts', { layer, documentId: null })
  const counts = new Map(data?.counts.map((count) => [count.codeId, count]))
  const nodes = useMemo(() => flatten(codeTree(codes)), [codes])
  return (
    <div className={styles['sheets']}>
      <h1>{t('print.heading', { study })}</h1>
      <p className={styles['muted']}>
        {t('print.about', { count: codes.length, layer: layerName, date: new Date().toLocaleDateString(language) })}
      </p>
      {nodes.map(({ code, level, children }) => {
        const count = counts.get(code.id)
        return (
          <section
            key={code.id}
            className={styles['code']}
            style={{ marginInlineStart: `${Math.min(level, 5) * 18}px` }}
            data-code={code.id}
          >
            <h2 className={styles['name']}>
              <CodeSwatch colour={code.colour} />
              {code.label !== null && <span className={styles['label']}>{code.label}</span>}
              <span>{namesOf(code, languages)}</span>
              <span className={styles['count']}>
                {[
                  ...(count !== undefined && code.codable ? [t('print.count', { count: count.own })] : []),
                  ...(count !== undefined && children.length > 0
                    ? [t('print.countBelow', { count: count.branch })]
                    : []),
                ].join(' · ')}
              </span>
            </h2>
            <div className={styles['columns']}>
              {languages.map((tag) => (
                <Words key={tag} code={code} language={tag} />
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}

function namesOf({ texts, label, id }: CodeRow, languages: readonly string[]): string {
  const names = languages.flatMap((tag) => texts.find((text) => text.language === tag && text.name !== '')?.name ?? [])
  return [...new Set(names)].join(' / ') || (texts[0]?.name ?? label ?? `#${id}`)
}

function Words({ code, language }: { readonly code: CodeRow; readonly language: string }) {
  const t = useT('codebook')
  const text = code.texts.find((candidate) => candidate.language === language)
  const said = PROSE.filter((field) => (text?.[field] ?? '') !== '')
  if (text === undefined || said.length === 0) return <div />
  return (
    <dl lang={language}>
      {said.map((field) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{text[field]}</dd>
        </div>
      ))}
    </dl>
  )
}
