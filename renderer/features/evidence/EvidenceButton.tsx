import { useId, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Evidence } from './evidence.ts'
import { EvidencePane } from './EvidencePane.tsx'
import { closeFigure, openFigure, useOpenFigure } from './open-figure.ts'

export interface EvidenceButtonProps {
  /** What it is, and its value: the heading of the quotations. */
  readonly what: string
  readonly value: string
  readonly evidence: Evidence
  /** Absent: the words inside name it. */
  readonly label?: string
  readonly title?: string | undefined
  readonly className?: string
  readonly children: ReactNode
}

/** A button that opens the quotations behind what it shows. It takes the focus back when they are closed. */
export function EvidenceButton({ what, value, evidence, label, title, className, children }: EvidenceButtonProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useOpenFigure((state) => state.id === id)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        title={title}
        onClick={() => {
          openFigure(id)
        }}
      >
        {children}
      </button>
      {isOpen && (
        <EvidencePane
          what={what}
          value={value}
          evidence={evidence}
          onClose={() => {
            closeFigure(id)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}
