import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { codeName, codeTitle } from './code-names.ts'
import styles from './CodeBox.module.css'

export interface PickedCodesProps {
  readonly codes: readonly CodeRow[]
  readonly onRemove: (codeId: number) => void
}

/** The codes that will be applied together. */
export function PickedCodes({ codes, onRemove }: PickedCodesProps) {
  const t = useT('coding')
  const language = useLanguage()
  return (
    <ul className={styles['picked']} aria-label={t('box.pickedCodes')}>
      {codes.map((code) => (
        <li key={code.id} className={styles['pick']}>
          <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
          <IconButton
            size="small"
            icon={<CloseIcon />}
            label={t('box.unpick', { code: codeTitle(code, language) })}
            onPress={() => {
              onRemove(code.id)
            }}
          />
        </li>
      ))}
    </ul>
  )
}
