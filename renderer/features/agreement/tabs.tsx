import type { ComponentType } from 'react'
import { Assignments } from '../assignments/Assignments.tsx'
import { Disagreements } from '../disagreements/Disagreements.tsx'
import { Exchange } from '../exchange/Exchange.tsx'
import type { AgreementTab } from './agreement-tab.ts'
import { Figures } from './Figures.tsx'

export interface AgreementPage {
  /** Its words are `agreement:tab.<id>`. */
  readonly id: AgreementTab
  /** Fills the activity below the tabs. */
  readonly Component: ComponentType
}

/** The pages of the activity, from left to right. */
export const AGREEMENT_PAGES: readonly AgreementPage[] = [
  { id: 'figures', Component: Figures },
  { id: 'disagreements', Component: Disagreements },
  { id: 'assignments', Component: Assignments },
  { id: 'exchange', Component: Exchange },
]
