import { useCodeKeys } from '../../app/commands.ts'
import { useShownKeys } from '../../app/use-shown-keys.ts'
import { useT } from '../../i18n/i18n.ts'
import type { GuideKind, GuideStep } from './guide-steps.ts'

export interface GuideWords {
  readonly title: string
  readonly text: string
}

/** What the guide says of a step, with the keys as they are on this machine and as the user has set them. */
export function useGuideWords(kind: GuideKind): (step: GuideStep | null) => GuideWords {
  const t = useT('guide')
  const [codeKey] = useCodeKeys()
  const keys = {
    key: codeKey?.key.toUpperCase() ?? '1',
    code: codeKey?.code ?? '',
    undo: useShownKeys('edit.undo') ?? 'Ctrl+Z',
    finish: useShownKeys('document.finish') ?? 'Ctrl+Enter',
    episode: useShownKeys('episode.mark') ?? 'Alt+E',
  }
  return (step) => {
    if (step === null) return { title: t(`end.${kind}.title`), text: t(`end.${kind}.text`) }
    const title = t(`step.${step}.title`)
    switch (step) {
      case 'code':
      case 'episode':
      case 'matrix':
      case 'profile':
        return { title, text: t(`step.${step}.${kind}`, keys) }
      default:
        return { title, text: t(`step.${step}.text`, keys) }
    }
  }
}
