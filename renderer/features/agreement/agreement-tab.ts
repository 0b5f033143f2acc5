import { create } from 'zustand'
import { useView } from '../../app/view-state.ts'

/** The pages of the activity, from left to right. */
export type AgreementTab = 'figures' | 'disagreements' | 'assignments' | 'exchange'

export const useAgreementTab = create<{ readonly tab: AgreementTab }>()(() => ({ tab: 'figures' }))

/** Opens the activity at one of its pages. */
export function showAgreement(tab: AgreementTab): void {
  useAgreementTab.setState({ tab })
  useView.getState().show('agreement')
}
