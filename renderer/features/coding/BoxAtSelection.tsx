import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codingTarget, selectedPassage, useReading } from '../../reader/reading-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { CodeBox } from './CodeBox.tsx'
import { setCodingMode } from './coding-mode.ts'
import type { NewCode } from './use-code-actions.ts'
import { useCodeActions } from './use-code-actions.ts'
import type { Overlay } from './use-overlay.ts'

export interface BoxAtSelectionProps {
  readonly box: Extract<Overlay, { kind: 'box' }>
  readonly opened: OpenDocument
  readonly view: ReaderView
  readonly onClose: () => void
}

/** Characters of the passage that the box repeats on its one line. */
const QUOTED = 200

/** The code box for what is selected, else the sentence at the caret; or for the codes that stay active from now on. */
export function BoxAtSelection({ box, opened, view, onClose }: BoxAtSelectionProps) {
  const t = useT('coding')
  const actions = useCodeActions()
  const reading = useReading()
  const isSweep = box.purpose === 'sweep'
  const target = isSweep ? selectedPassage(reading) : codingTarget(reading)
  const present = new Set(
    target === null
      ? []
      : view
          .codingsIn(target)
          .filter(({ start, end }) => start === target.start && end === target.end)
          .map(({ codeId }) => codeId),
  )

  function sweep(codeIds: readonly number[]): void {
    setCodingMode({ kind: 'sweep', codeIds })
  }

  async function create(code: NewCode, withCodes: readonly number[]): Promise<void> {
    const made = await actions.applyNew(code, withCodes)
    if (made !== null && isSweep) sweep([made, ...withCodes])
  }

  return (
    <CodeBox
      at={box.at}
      label={t(isSweep ? 'box.sweepLabel' : 'box.label')}
      quote={
        target === null
          ? t('box.sweepText')
          : opened.text.slice(target.start, Math.min(target.end, target.start + QUOTED))
      }
      present={present}
      only={box.only}
      onApply={(codeIds) => {
        if (isSweep) sweep(codeIds)
        if (target !== null) void actions.apply(codeIds)
      }}
      onCreate={target === null ? undefined : (code, withCodes) => void create(code, withCodes)}
      onClose={onClose}
    />
  )
}
