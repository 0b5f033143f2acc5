import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Span } from '../../../shared/text/span.ts'
import { explain } from '../../app/announce.ts'
import type { Command } from '../../app/commands.ts'
import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { useReading } from '../../reader/reading-state.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { openMemo } from '../memos/open-memo.ts'
import type { Attribute } from './coding-attributes.ts'
import { ATTRIBUTES } from './coding-attributes.ts'
import type { PassageTarget } from './passage-target.ts'
import { AT_A_PASSAGE, passageTarget } from './passage-target.ts'
import { storedIds } from './stored-ids.ts'
import { useCoders } from './use-coders.ts'
import { useHiddenNotice } from './use-hidden-notice.ts'
import type { OverlayControl } from './use-overlay.ts'
import { usePassageActions } from './use-passage-actions.ts'
import { RESIZE, useResizeKeys } from './use-resize-keys.ts'

export interface Passages {
  /** The menu of what one does to a coding. */
  openMenu(coding: CodingRow, at: DOMRect): void
  /** A coding's end was dragged; until the host has answered it is shown as it will be. */
  resized(coding: CodingRow, stretch: Span): void
}

export interface PassagesParts {
  readonly documentId: number
  /** False for the other language version beside it. */
  readonly isEnabled: boolean
  readonly panel: OverlayControl
}

/** The keys of attributes; those of `RESIZE` commands are below. */
const ATTRIBUTE_KEYS: Record<Attribute, string> = {
  polarity: 'Alt+N',
  evidence: 'Alt+V',
  certainty: 'Alt+C',
  actor: 'Alt+A',
  referent: 'Alt+R',
  affair: 'Alt+F',
  eventTime: 'Alt+T',
}

const RESIZING = [
  { id: 'startOut', key: '[', end: 'start', direction: 'out' },
  { id: 'endOut', key: ']', end: 'end', direction: 'out' },
  { id: 'startIn', key: 'Shift+[', end: 'start', direction: 'in' },
  { id: 'endIn', key: 'Shift+]', end: 'end', direction: 'in' },
] as const

/** What one does to codings that are there, as commands: for the keys in the text, the menus and the palette. */
export function usePassages({ documentId, isEnabled, panel }: PassagesParts): Passages {
  const t = useT('passages')
  const errors = useT('errors')
  const { byId, currentId } = useCoders()
  const actions = usePassageActions()
  const resize = useResizeKeys(actions)
  useHiddenNotice(documentId)

  /** Does something with what a key is about; says so where there is nothing of one's own. */
  function withTarget(action: (target: PassageTarget, view: ReaderView) => void): void {
    const state = useReading.getState()
    const target = passageTarget(state, currentId)
    if (state.view === null) return
    if (target.meant.length > 0) action(target, state.view)
    else if (target.foreign === null) explain(t('nothingHere'))
    else {
      const coder = byId.get(target.foreign.coderId)?.name ?? ''
      showToast({ tone: 'info', text: errors('not_your_coding', { coder }) })
    }
  }

  function openBox(how: 'recode' | 'duplicate', isAll: boolean): void {
    withTarget(({ candidates, meant }, view) => {
      const codings = isAll ? candidates : meant
      panel.open({ kind: 'recode', how, codings, at: placeOf(codings, view) })
    })
  }

  const within = AT_A_PASSAGE
  const command = (id: string, order: number, label: string, keys: string, run: () => void): Command => ({
    id: `passage.${id}`,
    menu: 'code',
    order,
    label,
    keys,
    within,
    run,
  })
  const commands: Command[] = [
    ...ATTRIBUTES.map((attribute, index) =>
      command(
        attribute,
        200 + index,
        t('command.attribute', { attribute: t(`attribute.${attribute}`) }),
        ATTRIBUTE_KEYS[attribute],
        () => {
          withTarget(({ candidates, meant }, view) => {
            panel.open({ kind: 'attribute', attribute, candidates, meant, at: placeOf(meant, view) })
          })
        },
      ),
    ),
    command('memo', 220, t('command.memo'), 'Alt+M', () => {
      // One may write about anyone's coding.
      const { meant, foreign } = passageTarget(useReading.getState(), currentId)
      const coding = meant[0] ?? foreign
      if (coding === null) explain(t('nothingHere'))
      else void writeAbout(coding)
    }),
    command('recode', 300, t('command.recode'), 'Alt+K', () => {
      openBox('recode', false)
    }),
    command('recodeAll', 301, t('command.recodeAll'), 'Alt+Shift+K', () => {
      openBox('recode', true)
    }),
    command('duplicate', 302, t('command.duplicate'), 'Alt+D', () => {
      openBox('duplicate', false)
    }),
    command('duplicateAll', 303, t('command.duplicateAll'), 'Alt+Shift+D', () => {
      openBox('duplicate', true)
    }),
    command('menu', 310, t('command.menu'), 'Shift+F10', () => {
      withTarget(({ meant: [coding] }, view) => {
        if (coding !== undefined) panel.open({ kind: 'menu', coding, at: placeOf([coding], view) })
      })
    }),
    ...(['word', 'sentence'] as const).flatMap((by, group) =>
      RESIZING.map(({ id, key, end, direction }, index) => ({
        ...command(
          `${RESIZE.replace('passage.', '')}${id}${by === 'word' ? '' : 'Sentence'}`,
          400 + 10 * group + index,
          t(`command.${id}`, { by: t(`command.by.${by}`) }),
          by === 'word' ? key : `Alt+${key}`,
          () => {
            withTarget(({ meant: [coding] }) => {
              if (coding !== undefined) resize(coding, { end, direction, by })
            })
          },
        ),
        repeats: true,
      })),
    ),
  ]
  // Of two panes only one offers them: a second list would take their place.
  useCommands(isEnabled ? commands : [])

  return {
    openMenu(coding, at) {
      panel.open({ kind: 'menu', coding, at })
    },
    resized(coding, stretch) {
      void actions.resize(coding, stretch).then((isDone) => {
        const { view } = useReading.getState()
        if (!isDone && view?.coding(coding.id) !== undefined) view.preview(coding)
      })
    },
  }
}

async function writeAbout(coding: CodingRow): Promise<void> {
  const [id] = await storedIds([coding])
  if (id !== undefined) openMemo({ kind: 'coding', id })
}

/** Where a panel about codings stands: behind the words of the first, else at the caret. */
function placeOf(codings: readonly CodingRow[], view: ReaderView): DOMRect {
  const { selection } = useReading.getState()
  const [first] = codings
  const end = first === undefined ? undefined : view.rectAt(first.end)
  const isSeen = end !== undefined && end.bottom > 0 && end.top < window.innerHeight
  return isSeen || selection === null ? (end ?? new DOMRect()) : view.rectAt(selection.focus)
}
