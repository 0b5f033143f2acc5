import type { ComponentType, ReactNode } from 'react'
import { AgreementActivity } from '../features/agreement/AgreementActivity.tsx'
import { CodebookActivity } from '../features/codebook/CodebookActivity.tsx'
import { CodeActivity } from '../features/coding/CodeActivity.tsx'
import { History } from '../features/history/History.tsx'
import { Matrix } from '../features/matrix/Matrix.tsx'
import { Memos } from '../features/memos/Memos.tsx'
import { Profiles } from '../features/profiles/Profiles.tsx'
import { Search } from '../features/search/Search.tsx'
import { Segments } from '../features/segments/Segments.tsx'
import {
  AgreementIcon,
  CodeActivityIcon,
  CodebookIcon,
  HistoryIcon,
  MatrixIcon,
  MemoIcon,
  ProfilesIcon,
  SearchIcon,
  SegmentsIcon,
} from '../ui/icons.tsx'
import type { Activity } from './view-state.ts'

/** One entry of the rail. Its words are `shell:activity.<id>`. */
export interface ActivityEntry {
  readonly id: Activity
  readonly icon: ReactNode
  /** Fills the centre pane; puts what belongs to the chosen thing into <Inspector>. */
  readonly Component: ComponentType
}

/** What the rail offers, from top to bottom: Alt+1 is the first. */
export const ACTIVITIES: readonly ActivityEntry[] = [
  { id: 'code', icon: <CodeActivityIcon />, Component: CodeActivity },
  { id: 'segments', icon: <SegmentsIcon />, Component: Segments },
  { id: 'search', icon: <SearchIcon />, Component: Search },
  { id: 'matrix', icon: <MatrixIcon />, Component: Matrix },
  { id: 'profiles', icon: <ProfilesIcon />, Component: Profiles },
  { id: 'agreement', icon: <AgreementIcon />, Component: AgreementActivity },
  { id: 'codebook', icon: <CodebookIcon />, Component: CodebookActivity },
  { id: 'memos', icon: <MemoIcon />, Component: Memos },
  { id: 'history', icon: <HistoryIcon />, Component: History },
]
