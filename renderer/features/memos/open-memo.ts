import { create } from 'zustand'
import type { MemoOwner } from '../../../shared/contract/memo.ts'
import { focusPaneNamed } from '../../app/panes.ts'
import { focusMemoEditor } from './memo-editor-slot.ts'

/** Which memo is open beside the activity. View state only; what it says is asked of the host. */
export interface MemoTarget {
  readonly owner: MemoOwner
  /** The day (`2026-11-23`) of a journal entry; null: a note on the owner. */
  readonly day: string | null
  /** One memo among several on the owner; `new`: one more; null: the current coder's, made with the first words. */
  readonly memoId: number | 'new' | null
}

export interface OpenMemo {
  readonly target: MemoTarget | null
  /** Counts up with every opening. */
  readonly serial: number
}

export const useOpenMemo = create<OpenMemo>()(() => ({ target: null, serial: 0 }))

/** Opens (or begins) the memo on an object beside the activity. Nothing is written before the first word is. */
export function openMemo(owner: MemoOwner): void {
  show({ owner, day: null, memoId: null })
}

/** Opens one memo that is there: from the list, from a search, from a reference in another memo. */
export function openMemoAt(target: MemoTarget): void {
  show(target)
}

/** A new note that belongs to the study as a whole. */
export function openNewNote(): void {
  show({ owner: STUDY, day: null, memoId: 'new' })
}

/** Opens the current coder's journal entry of a day; absent: today. */
export function openJournal(day: string = today()): void {
  show({ owner: STUDY, day, memoId: null })
}

export function closeMemo(): void {
  useOpenMemo.setState({ target: null })
}

/** A file holds one study: the host knows which. */
const STUDY: MemoOwner = { kind: 'study', id: 1 }

/** The day it is where the user is, as `2026-11-23`. */
export function today(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Where the focus was when the memo was opened. */
let before: HTMLElement | null = null

/** Takes the focus back to where one came from; the memo stays open. */
export function leaveMemo(): void {
  if (before?.isConnected === true) before.focus()
  else focusPaneNamed('activity')
}

function show(target: MemoTarget): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused.closest('[data-pane=memo]') === null) before = focused
  const { target: open } = useOpenMemo.getState()
  if (open !== null && isSame(open, target) && target.memoId !== 'new' && focusMemoEditor()) return
  useOpenMemo.setState((state) => ({ target, serial: state.serial + 1 }))
}

function isSame(one: MemoTarget, other: MemoTarget): boolean {
  return (
    one.owner.kind === other.owner.kind &&
    one.owner.id === other.owner.id &&
    one.day === other.day &&
    one.memoId === other.memoId
  )
}
