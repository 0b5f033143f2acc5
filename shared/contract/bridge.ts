import type { In, Name, Out } from './contract.ts'
import type { HostEvent, ProgressEvent } from './envelope.ts'

/**
 * What the renderer has of the machine: one object, the same on the desktop (`window.tianye`, from the preload) and in
 * the browser mode (made over a WebSocket). It rejects with a `WireError`-shaped object (`{ code, params }`).
 */
export interface Bridge {
  call<N extends Name>(name: N, input: In<N>, options?: BridgeCallOptions): Promise<Out<N>>
  /** Returns the function that ends the subscription. */
  on<T extends BridgeEvent['type']>(type: T, listener: (event: Extract<BridgeEvent, { type: T }>) => void): () => void
  readonly shell: Shell
}

export interface BridgeCallOptions {
  /** An AbortSignal; named by its shape, since this folder knows no DOM. */
  readonly signal?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void }
  readonly onProgress?: (event: Omit<ProgressEvent, 'type' | 'id'>) => void
}

export type BridgeEvent =
  | HostEvent
  /** The host process died and is (or is not yet) back; pending calls have been rejected with `host_lost`. */
  | { readonly type: 'host'; readonly state: 'lost' | 'restarted' }
  /** A command of the native menu was chosen, or files were opened with Tianye (handles). */
  | { readonly type: 'menu'; readonly commandId: string }
  | { readonly type: 'opened'; readonly files: readonly PickedFile[] }

export interface PickedFile {
  readonly handle: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** `returned`: a study that is read, not opened. */
export type FileKind = 'study' | 'returned' | 'transcripts' | 'table'
export type SaveKind = 'study' | 'csv' | 'xlsx' | 'docx' | 'markdown' | 'json'

/** What needs the machine's own shell: dialogs, menus, the window. Handles only, never paths. */
export interface Shell {
  readonly platform: 'desktop' | 'browser'
  readonly os: 'mac' | 'windows' | 'linux'
  /** Empty where the user cancelled. */
  pickOpen(kind: FileKind, multiple: boolean): Promise<readonly PickedFile[]>
  /** null where the user cancelled. In the browser mode a temporary file that `finishSave` downloads. */
  pickSave(kind: SaveKind, suggestedName: string): Promise<PickedFile | null>
  finishSave(handle: string): Promise<void>
  /** Tickets for dropped `File` objects. */
  receive(files: readonly unknown[]): Promise<readonly PickedFile[]>
  /** The native menus, built from the renderer's one list of commands, already translated. Ignored in the browser. */
  setMenu(menu: readonly MenuSection[]): void
  setTitle(title: string, edited: boolean): void
  /** A new window; on the desktop a second study may be open beside the first. */
  newWindow(): void
  openExternal(url: string): void
}

export interface MenuSection {
  readonly label: string
  /** Standard menus keep their place and the system's own items. */
  readonly role: 'file' | 'edit' | 'view' | 'window' | 'help' | 'other'
  readonly items: readonly MenuItem[]
}

export type MenuItem =
  | { readonly type: 'separator' }
  | {
      readonly type: 'command'
      readonly commandId: string
      readonly label: string
      /** Electron accelerator syntax, shown beside the label; the renderer handles the key itself. */
      readonly accelerator?: string
      readonly enabled: boolean
      readonly checked?: boolean
    }
