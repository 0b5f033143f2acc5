import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { useReading } from '../../reader/reading-state.ts'
import { AttributeBox } from './AttributeBox.tsx'
import { CodeBox } from './CodeBox.tsx'
import { PassageMenu } from './PassageMenu.tsx'
import { useCoders } from './use-coders.ts'
import type { OverlayControl, PassageOverlayKind } from './use-overlay.ts'
import { usePassageActions } from './use-passage-actions.ts'

export interface PassageOverlayProps {
  readonly overlay: PassageOverlayKind
  readonly panel: OverlayControl
  readonly opened: OpenDocument
  readonly onSelect: (coding: CodingRow) => void
  readonly onUnmark: (coding: CodingRow) => void
  readonly onOpenCode: (codeId: number) => void
}

/** The panel in which something is done to codings that are there. */
export function PassageOverlay({ overlay, panel, opened, onSelect, onUnmark, onOpenCode }: PassageOverlayProps) {
  const t = useT('passages')
  const language = useLanguage()
  const { currentId } = useCoders()
  const actions = usePassageActions()

  /** The focus goes back to the text that one reads, which need not be this one of two. */
  function close(): void {
    panel.close()
    useReading.getState().view?.focus()
  }

  switch (overlay.kind) {
    case 'attribute':
      return (
        <AttributeBox
          key={overlay.attribute}
          at={overlay.at}
          attribute={overlay.attribute}
          candidates={overlay.candidates}
          meant={overlay.meant}
          onChoose={(codings, change, words) => void actions.qualify(codings, overlay.attribute, change, words)}
          onClose={close}
        />
      )
    case 'recode': {
      const { how, codings } = overlay
      const [first] = codings
      const act = how === 'recode' ? actions.recode : actions.duplicate
      return (
        <CodeBox
          at={overlay.at}
          label={t(`box.${how}`, { count: codings.length })}
          quote={first === undefined ? '' : opened.text.slice(first.start, Math.min(first.end, first.start + 200))}
          present={new Set(codings.map(({ codeId }) => codeId))}
          isSingle
          onApply={([codeId]) => {
            if (codeId !== undefined) void act(codings, { codeId })
          }}
          onCreate={({ name, parentId }) => void act(codings, { name, parentId, language })}
          onClose={close}
        />
      )
    }
    case 'menu': {
      const { coding } = overlay
      return (
        <PassageMenu
          coding={coding}
          at={overlay.at}
          isOwn={coding.coderId === currentId}
          onChoose={() => {
            onSelect(coding)
          }}
          onUnmark={() => {
            onUnmark(coding)
          }}
          onOpenCode={() => {
            onOpenCode(coding.codeId)
          }}
          onClose={close}
        />
      )
    }
  }
}
