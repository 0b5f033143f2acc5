import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { useReading } from '../../reader/reading-state.ts'
import { AttributeBox } from './AttributeBox.tsx'
import { CodeBox } from './CodeBox.tsx'
import { codeName } from './code-names.ts'
import { PassageMenu } from './PassageMenu.tsx'
import { useCodebook } from './use-codebook.ts'
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
  const { byId } = useCodebook()
  const { currentId } = useCoders()
  const actions = usePassageActions()

  function titleOf({ codeId }: CodingRow): string {
    const code = byId.get(codeId)
    return code === undefined ? '' : (code.label ?? codeName(code, language))
  }

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
          quote={
            first === undefined ? '' : t(`box.${how}Of`, { code: titleOf(first), quote: quoteOf(opened.text, first) })
          }
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

/** Characters of a passage that the box repeats on its one line. */
const QUOTED = 200

function quoteOf(text: string, { start, end }: CodingRow): string {
  return text.slice(start, Math.min(end, start + QUOTED))
}
