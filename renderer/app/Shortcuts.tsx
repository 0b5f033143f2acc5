import { useEffect } from 'react'
import { useBridge } from './bridge.ts'
import { currentCommands, keysOf, runCommand } from './commands.ts'
import { isKeystroke } from './keys.ts'

/** Listens for the shortcuts of all commands, and for choices in the native menu. Shows nothing. */
export function Shortcuts() {
  const bridge = useBridge()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.repeat || isBehindDialog(event.target)) return
      const command = currentCommands().find(
        (candidate) =>
          isAt(event.target, candidate.within) &&
          keysOf(candidate).some((keys) => isKeystroke(event, keys, bridge.shell.os)),
      )
      if (!command || (isTyping(event.target) && command.whileTyping !== true)) return
      if (runCommand(command.id)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [bridge])
  useEffect(
    () =>
      bridge.on('menu', (event) => {
        runCommand(event.commandId)
      }),
    [bridge],
  )
  return null
}

function isAt(target: EventTarget | null, within: string | undefined): boolean {
  return within === undefined || (target instanceof Element && target.closest(within) !== null)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
  )
}

/** A modal dialog has the keyboard to itself. */
function isBehindDialog(target: EventTarget | null): boolean {
  return (
    document.querySelector('[data-modal]') !== null ||
    (target instanceof Element && target.closest('[role=menu]') !== null)
  )
}
