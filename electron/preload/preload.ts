/**
 * The bridge of the desktop. The port to the host stays here, in the preload script's own world; the page gets
 * `window.tianye` and nothing else of Electron.
 */
import { contextBridge, ipcRenderer } from 'electron'
import { HostLine } from './host-line.ts'
import { exposeBridge } from './expose-bridge.ts'
import { rawShell } from './raw-shell.ts'

/** Every window begins as an empty document, for which this runs too; it gets nothing. */
if (location.protocol === 'app:') {
  const line = new HostLine()
  contextBridge.executeInMainWorld({
    func: exposeBridge,
    args: [
      {
        call: line.call.bind(line),
        cancel: line.cancel.bind(line),
        on: line.on.bind(line),
        shell: rawShell(process.platform),
      },
    ],
  })
  void ipcRenderer.invoke('shell:connect')
}
