import { Component } from 'react'
import type { ReactNode } from 'react'

interface MemoBoundaryProps {
  /** Shown in place of an editor that failed. */
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** A memo whose editor fails takes nothing else of the window with it. */
export class MemoBoundary extends Component<MemoBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: true } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
