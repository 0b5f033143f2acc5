import { useEffect } from 'react'
import { useBridge } from './bridge.ts'
import { currentCommands, keysOf, runCommand } from './commands.ts'
import { isKeystroke } from './keys.ts'

/** Listens for the shortcuts of all commands, and for choices in the native menu. Shows nothing. */
export function Shortcuts() {
  const bridge = useBridge()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // 229: the key belongs to an input method, whatever it is called.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || isBehindDialog(event.target)) return
      const typing = isTyping(event.target)
      const meant = currentCommands().filter(
        (candidate) =>
          candidate.enabled !== false &&
          (!typing || candidate.whileTyping === true) &&
          keysOf(candidate).some((keys) => isKeystroke(event, keys, bridge.shell.os)) &&
          isAt(event.target, candidate.within),
      )
      // What holds only here goes before what holds everywhere.
      const command = meant.find(({ within }) => within !== undefined) ?? meant[0]
      if (command === undefined) return
      if (event.repeat && command.repeats !== true) event.preventDefault()
      else if (runCommand(command.id)) event.preventDefault()
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
