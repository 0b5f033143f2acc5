import { createContext, useContext } from 'react'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { connectLoopback } from './loopback-bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload script on the desktop; absent in the browser mode. */
    readonly tianye?: Bridge
  }
}

/** The one way to the host: the preload's on the desktop, a WebSocket in the browser mode. Rejects with a BridgeError. */
export function connectBridge(): Promise<Bridge> {
  return window.tianye ? Promise.resolve(window.tianye) : connectLoopback()
}

export const BridgeContext = createContext<Bridge | null>(null)

/** What the renderer has of the machine. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext)
  if (!bridge) throw new Error('useBridge is for components inside <BridgeContext>')
  return bridge
}
