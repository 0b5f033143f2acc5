import { useImperativeHandle, useState } from 'react'
import type { Ref } from 'react'
import { useT } from '../../i18n/i18n.ts'
import styles from './Figures.module.css'

export interface StatusLineHandle {
  say(words: string): void
}

/** Says in words what one is at. It alone is drawn anew as one moves about. */
export function StatusLine({ ref }: { readonly ref: Ref<StatusLineHandle> }) {
  const t = useT('agreement')
  const [said, setSaid] = useState('')
  useImperativeHandle(ref, () => ({ say: setSaid }), [])
  return (
    <p className={styles['status']}>
      <span>{said}</span>
      <span className={styles['keys']}>{t('table.keys')}</span>
    </p>
  )
}
