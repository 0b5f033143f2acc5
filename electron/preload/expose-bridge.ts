import type { Bridge, BridgeCallOptions, BridgeEvent, Shell } from '../../shared/contract/bridge.ts'
import type { ProgressEvent } from '../../shared/contract/envelope.ts'

/** What the preload script hands over: texts and functions, which cross between the worlds at little cost. */
export interface RawBridge {
  call(
    name: string,
    input: string | undefined,
    onProgress: ((event: string) => void) | null,
  ): { id: number; reply: Promise<string> }
  cancel(id: number): void
  on(type: BridgeEvent['type'], listener: (event: string) => void): () => void
  readonly shell: Shell
}

/**
 * Makes `window.tianye` in the page's world. Electron sends this function there as its source, so it uses nothing
 * outside itself.
 */
export function exposeBridge(raw: RawBridge): void {
  async function call(name: string, input: unknown, options: BridgeCallOptions = {}): Promise<unknown> {
    const { signal, onProgress } = options
    const { id, reply } = raw.call(
      name,
      JSON.stringify(input),
      onProgress === undefined
        ? null
        : (event) => {
            const { done, total, message } = JSON.parse(event) as ProgressEvent
            onProgress({ done, total, message })
          },
    )
    if (signal?.aborted === true) raw.cancel(id)
    signal?.addEventListener('abort', () => {
      raw.cancel(id)
    })
    return JSON.parse(await reply) as unknown
  }
  const bridge = Object.freeze({
    call,
    on(type: BridgeEvent['type'], listener: (event: BridgeEvent) => void) {
      return raw.on(type, (event) => {
        listener(JSON.parse(event) as BridgeEvent)
      })
    },
    shell: Object.freeze({ ...raw.shell }),
  }) as Bridge
  Object.defineProperty(window, 'tianye', { value: bridge, enumerable: true })
}
