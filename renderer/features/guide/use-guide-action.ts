import { openDialog } from '../../app/dialogs.ts'
import { showError, useHostAsk } from '../../app/host.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useImport } from '../import/import-state.ts'
import type { GuideKind, GuideStep } from './guide-steps.ts'

/** Where the sample's guide leads: an interview in which one turn is left for the user to code. */
const PLACE = { name: 'SG-F7-w1', question: 'T11', answer: 'T12' }

export interface GuideAction {
  readonly label: string
  readonly run: () => void
}

/** What the guide can do for the user at a step: go there. The doing is theirs. */
export function useGuideAction(kind: GuideKind): (step: GuideStep | null) => GuideAction | null {
  const t = useT('guide')
  const ask = useHostAsk()
  const { pickTranscripts } = useImport()
  const show = useView((state) => state.show)

  async function goToTurn(ref: string | null): Promise<void> {
    try {
      const { documents } = await ask('document.list', {})
      const row = documents.find(({ name }) => name === PLACE.name)
      if (row === undefined) return
      const { turns } = await ask('document.open', { id: row.id })
      const turn = turns.find((candidate) => candidate.ref === ref)
      const view = useView.getState()
      if (turn === undefined) view.openDocument(row.id)
      else view.goTo({ documentId: row.id, start: turn.speechStart, end: turn.end })
    } catch (thrown) {
      showError(wireErrorOf(thrown))
    }
  }

  return (step) => {
    const go = (label: string, run: () => void): GuideAction => ({ label, run })
    switch (step) {
      case null:
        return kind === 'sample'
          ? go(t('newStudy'), () => {
              openDialog('newStudy')
            })
          : null
      case 'import':
        return go(t('action.import'), () => void pickTranscripts())
      case 'codebook':
        return go(t('action.codebook'), () => {
          show('codebook')
        })
      case 'look':
        return go(t('action.look', { name: PLACE.name }), () => void goToTurn(null))
      case 'matrix':
        return go(t('action.matrix'), () => {
          show('matrix')
        })
      case 'profile':
        return go(t('action.profile'), () => {
          show('profiles')
        })
      case 'code':
      case 'episode':
      case 'card': {
        if (kind !== 'sample')
          return go(t('action.reader'), () => {
            show('code')
          })
        const ref = { code: PLACE.answer, episode: PLACE.question, card: 'T10' }[step]
        return go(t('action.turn', { ref }), () => void goToTurn(ref))
      }
      case 'finish':
        return go(t('action.reader'), () => {
          show('code')
        })
      case 'undo':
        return null
    }
  }
}
