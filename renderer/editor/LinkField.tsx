import { useState } from 'react'
import type { LexicalEditor } from 'lexical'
import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { addressOf, setLink } from './memo-format.ts'
import styles from './MemoToolbar.module.css'

export interface LinkFieldProps {
  readonly editor: LexicalEditor
  /** The address of the link at the caret. */
  readonly url: string | null
  readonly onClose: () => void
}

/** The address that the selected words lead to. Enter sets it, an empty field takes it away, Escape leaves it. */
export function LinkField({ editor, url, onClose }: LinkFieldProps) {
  const t = useT('memos')
  const common = useT('common')
  const [typed, setTyped] = useState(url ?? '')
  const [isRefused, setIsRefused] = useState(false)

  function apply(): void {
    const address = addressOf(typed)
    if (address === null && typed.trim() !== '') {
      setIsRefused(true)
      return
    }
    setLink(editor, address)
    onClose()
  }

  return (
    <form
      className={styles['link']}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextField
        label={t('link.address')}
        isLabelHidden
        placeholder={t('link.placeholder')}
        value={typed}
        autoFocus
        errorMessage={isRefused ? t('link.refused') : undefined}
        className={styles['address'] ?? ''}
        onChange={(value) => {
          setTyped(value)
          setIsRefused(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <Button size="small" type="submit">
        {url !== null && typed.trim() === '' ? t('link.remove') : common('done')}
      </Button>
    </form>
  )
}
