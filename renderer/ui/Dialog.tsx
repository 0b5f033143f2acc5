import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useT } from '../i18n/i18n.ts'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons.tsx'

export interface DialogProps {
  readonly title: string
  /** The dialog is on the screen while its parent renders it with `isOpen` (absent: true). */
  readonly isOpen?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | 'full'
  /** True where a click beside the dialog must not lose what was typed. */
  readonly isKept?: boolean
  /** A question that must be answered: deleting, leaving work behind. */
  readonly isAlert?: boolean
}

/** A modal dialog: takes the focus, gives it back, closes with Escape. */
export function Dialog({
  title,
  isOpen = true,
  onClose,
  children,
  footer,
  size = 'medium',
  isKept = false,
  isAlert = false,
}: DialogProps) {
  const t = useT('common')
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={!isKept && !isAlert}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className={styles['overlay'] ?? ''}
      data-modal=""
    >
      <Modal className={classNames(styles['modal'], styles[size])}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" level={2} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <IconButton icon={<CloseIcon />} label={t('close')} onPress={onClose} size="small" />
          </header>
          <div className={styles['body']}>{children}</div>
          {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
