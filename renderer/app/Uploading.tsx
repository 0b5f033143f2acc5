import { useT } from '../i18n/i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useUploadProgress } from './upload-progress.ts'

/** A few files are there at once; more are worth saying. */
const WORTH_SHOWING = 20

/** Shows that chosen files are being handed over, before anything can be shown of them. */
export function Uploading() {
  const t = useT('shell')
  const { done, total } = useUploadProgress()
  return (
    <Dialog title={t('uploading')} size="small" isKept isOpen={total >= WORTH_SHOWING} onClose={() => undefined}>
      <Progress label={t('uploadingFiles', { count: total })} done={done} total={total} />
    </Dialog>
  )
}
