import type { KeyboardEvent, MouseEvent } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { CheckIcon, PlusIcon } from '../../ui/icons.tsx'
import { codeName, codeTitle } from './code-names.ts'
import styles from './CodeBox.module.css'
import type { WantedCode } from './wanted-code.ts'

export type Option =
  { readonly kind: 'code'; readonly code: CodeRow } | { readonly kind: 'create'; readonly wanted: WantedCode }

interface BoxOptionProps {
  readonly id: string
  readonly option: Option
  readonly isActive: boolean
  /** It will be applied with others. */
  readonly isPicked: boolean
  /** It lies on the words already. */
  readonly isPresent: boolean
  readonly onChoose: (event: MouseEvent | KeyboardEvent) => void
}

/** One line of the code box. The keys are the input's, which keeps the focus. */
export function BoxOption({ id, option, isActive, isPicked, isPresent, onChoose }: BoxOptionProps) {
  const t = useT('coding')
  const language = useLanguage()
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles['option']}
      onPointerDown={(event) => {
        // The input keeps the focus.
        event.preventDefault()
      }}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose(event)
      }}
    >
      {option.kind === 'create' ? (
        <>
          <PlusIcon />
          <span className={styles['name']}>
            {option.wanted.parent === null
              ? t('box.create', { name: option.wanted.name })
              : t('box.createUnder', {
                  name: option.wanted.name,
                  parent: codeTitle(option.wanted.parent, language),
                })}
          </span>
        </>
      ) : (
        <>
          <CodeChip
            className={styles['name'] ?? ''}
            colour={option.code.colour}
            label={option.code.label}
            name={codeName(option.code, language)}
          />
          {isPicked && <span className={styles['state']}>{t('box.picked')}</span>}
          {isPresent && (
            <span className={styles['state']}>
              <CheckIcon />
              <span className="visually-hidden">{t('box.present')}</span>
            </span>
          )}
          {option.code.shortcut !== null && <kbd>{option.code.shortcut.toUpperCase()}</kbd>}
        </>
      )}
    </div>
  )
}
