import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { Text } from 'react-aria-components/Text'
import { useT } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './IconButton.tsx'
import { CheckIcon, CloseIcon, InfoIcon, WarningIcon } from './icons.tsx'
import { toastQueue } from './toast-queue.ts'
import styles from './Toasts.module.css'

const ICONS = { info: <InfoIcon />, success: <CheckIcon />, error: <WarningIcon /> }

/** Where toasts appear; once per window. */
export function Toasts() {
  const t = useT('common')
  return (
    <ToastRegion queue={toastQueue} className={styles['region'] ?? ''}>
      {({ toast }) => {
        const { tone, text, action } = toast.content
        const close = () => {
          toastQueue.close(toast.key)
        }
        return (
          <Toast toast={toast} className={classNames(styles['toast'], styles[tone])}>
            <span className={styles['icon']}>{ICONS[tone]}</span>
            <ToastContent className={styles['content'] ?? ''}>
              <Text slot="title">{text}</Text>
            </ToastContent>
            {action && (
              <Button
                size="small"
                onPress={() => {
                  close()
                  action.run()
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton icon={<CloseIcon />} label={t('close')} size="small" onPress={close} />
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
