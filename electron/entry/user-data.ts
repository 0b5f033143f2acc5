import { homedir } from 'node:os'
import { join } from 'node:path'

/** Tianye's own folder where no window is there to ask Electron for it: the same folder that Electron would name. */
export function userDataFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Tianye')
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Tianye')
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Tianye')
  }
}
