import { z } from 'zod'
import { create } from 'zustand'

/** How one looks at the list of transcripts. Kept per study, also when Tianye is closed: a list does not forget. */
export const listChoiceSchema = z.object({
  pane: z.enum(['transcripts', 'cases']),
  typed: z.string(),
  grouping: z.enum(['village', 'wave', 'stage', 'none']),
  sorting: z.enum(['name', 'date', 'recent', 'leastCoded']),
  stage: z.enum(['all', 'notStarted', 'inProgress', 'finished']),
  /** Ids of groups that are folded away. */
  folded: z.array(z.string()),
  /** Ids of transcripts whose language versions are shown. */
  unfolded: z.array(z.number()),
  typedCases: z.string(),
  /** Ids of cases that are not folded as they are at first: places open, people closed. */
  toggledCases: z.array(z.number()),
  /** How far each coder is, and not only oneself. */
  byCoder: z.boolean(),
  /** Ids of transcripts, the latest opened first. */
  recent: z.array(z.number()),
})
export type ListChoice = Readonly<z.output<typeof listChoiceSchema>>

export const FIRST_CHOICE: ListChoice = {
  pane: 'transcripts',
  typed: '',
  grouping: 'village',
  sorting: 'name',
  stage: 'all',
  folded: [],
  unfolded: [],
  typedCases: '',
  toggledCases: [],
  byCoder: false,
  recent: [],
}

const MOST_RECENT = 200

interface State {
  readonly studyGuid: string | null
  readonly choice: ListChoice
}

const useState = create<State>()(() => ({ studyGuid: null, choice: FIRST_CHOICE }))

/** A part of how one looks at the list: who asks for less is drawn less often. */
export function useListChoice<T>(pick: (choice: ListChoice) => T): T {
  return useState(({ choice }) => pick(choice))
}

export function currentListChoice(): ListChoice {
  return useState.getState().choice
}

/** Brings back how this study's list was looked at. */
export function recallListChoice(studyGuid: string): void {
  if (useState.getState().studyGuid === studyGuid) return
  useState.setState({ studyGuid, choice: readChoice(localStorage.getItem(keyOf(studyGuid))) })
}

export function chooseList(change: Partial<ListChoice>): void {
  const { studyGuid, choice } = useState.getState()
  const next = { ...choice, ...change }
  useState.setState({ choice: next })
  if (studyGuid !== null) localStorage.setItem(keyOf(studyGuid), JSON.stringify(next))
}

export function noteOpened(documentId: number): void {
  const { recent } = currentListChoice()
  if (recent[0] === documentId) return
  chooseList({ recent: [documentId, ...recent.filter((id) => id !== documentId)].slice(0, MOST_RECENT) })
}

/** What was kept, part by part: what an older Tianye wrote, or nobody understands, is as at first. */
export function readChoice(kept: string | null): ListChoice {
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}')
    return listChoiceSchema.parse({ ...FIRST_CHOICE, ...(typeof parsed === 'object' ? parsed : {}) })
  } catch {
    return FIRST_CHOICE
  }
}

function keyOf(studyGuid: string): string {
  return `tianye-documents-${studyGuid}`
}
