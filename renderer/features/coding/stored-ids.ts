import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Out } from '../../../shared/contract/contract.ts'

type Asked = Promise<Out<'coding.apply'> | null>

/** More are never under way: each is answered within a moment. */
const REMEMBERED = 20

/** What was marked a moment ago is on the screen before the host has answered, and has its id only then. The newest last. */
const recent: Asked[] = []

/** Says that codings were asked for which are shown already. */
export function awaitStored(asked: Asked): void {
  recent.push(asked)
  if (recent.length > REMEMBERED) void recent.shift()
}

/** The ids under which the host knows codings that are shown; those that it refused to make have none. */
export async function storedIds(codings: readonly CodingRow[]): Promise<number[]> {
  const made = codings.some(isProposed) ? await answered() : []
  return codings.flatMap((coding) => {
    if (!isProposed(coding)) return coding.id
    return made.find((row) => standsFor(row, coding))?.id ?? []
  })
}

/** What the host made of what was asked for, the newest first. */
async function answered(): Promise<CodingRow[]> {
  const answers = await Promise.all(recent)
  return answers.toReversed().flatMap((answer) => answer?.codings ?? [])
}

function isProposed({ id }: CodingRow): boolean {
  return id < 0
}

/** The host may have united it with what stood beside it. */
function standsFor(row: CodingRow, { documentId, codeId, coderId, start, end }: CodingRow): boolean {
  return (
    row.documentId === documentId &&
    row.codeId === codeId &&
    row.coderId === coderId &&
    row.start <= start &&
    end <= row.end
  )
}
