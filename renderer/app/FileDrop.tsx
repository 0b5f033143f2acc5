import { useEffect, useState } from 'react'
import type { PickedFile } from '../../shared/contract/bridge.ts'
import { wireErrorOf } from './bridge-error.ts'
import { useBridge } from './bridge.ts'
import styles from './FileDrop.module.css'
import { showError } from './host.ts'

export interface FileDropProps {
  /** Files that were dropped, or opened with Tianye. */
  readonly onFiles: (files: readonly PickedFile[]) => void
  /** What will happen, shown while files hover over the window. */
  readonly hint: string
}

/** Takes files dropped anywhere on the window, and those that the system or the command line opens with Tianye. */
export function FileDrop({ onFiles, hint }: FileDropProps) {
  const bridge = useBridge()
  const [isOver, setIsOver] = useState(false)

  useEffect(
    () =>
      bridge.on('opened', (event) => {
        onFiles(event.files)
      }),
    [bridge, onFiles],
  )

  useEffect(() => {
    const controller = new AbortController()
    const options = { signal: controller.signal }
    function accept(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    async function drop(event: DragEvent): Promise<void> {
      setIsOver(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      try {
        const files = await bridge.shell.receive([...event.dataTransfer.files])
        if (files.length > 0) onFiles(files)
      } catch (thrown) {
        showError(wireErrorOf(thrown))
      }
    }
    window.addEventListener('dragover', accept, options)
    window.addEventListener('drop', (event) => void drop(event), options)
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setIsOver(false)
      },
      options,
    )
    return () => {
      controller.abort()
    }
  }, [bridge, onFiles])

  return isOver && <div className={styles['overlay']}>{hint}</div>
}
