import { useT } from '../../i18n/i18n.ts'
import { Help } from '../../ui/Help.tsx'
import styles from './LeftOutNote.module.css'

export interface LeftOutNoteProps {
  readonly leftOut: readonly { readonly id: number; readonly name: string }[]
}

/** Says which transcripts an analysis of the layer does not read, and why; nothing where it reads all. */
export function LeftOutNote({ leftOut }: LeftOutNoteProps) {
  const t = useT('segments')
  if (leftOut.length === 0) return null
  return (
    <span className={styles['note']}>
      {t('leftOut', { count: leftOut.length })}
      <Help label={t('leftOutHelp')}>
        <p>{t('leftOutWhy')}</p>
        <ul className={styles['names']}>
          {leftOut.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </Help>
    </span>
  )
}
