import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import styles from './Floating.module.css'
import { placeBeside } from './place-beside.ts'

export interface FloatingProps {
  /** Viewport pixels. */
  readonly at: DOMRect
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
  readonly onClose: () => void
  /** The pointer is over it: it should stay. */
  readonly onHover?: (isOver: boolean) => void
}

/** A small panel beside a place in the text. It is not modal: reading goes on beside it. Escape closes it. */
export function Floating({ at, label, className, children, onClose, onHover }: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const place = (): void => {
      const { left, top } = placeBeside(
        at,
        { width: element.offsetWidth, height: element.offsetHeight },
        { width: window.innerWidth, height: window.innerHeight },
      )
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
    place()
    const resizing = new ResizeObserver(place)
    resizing.observe(element)
    return () => {
      resizing.disconnect()
    }
  }, [at])
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return (
    <div
      ref={ref}
      role="dialog"
      tabIndex={-1}
      aria-label={label}
      className={classNames(styles['floating'], className)}
      onPointerEnter={() => onHover?.(true)}
      onPointerLeave={() => onHover?.(false)}
    >
      {children}
    </div>
  )
}
