import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { edgesOf } from '../coding/edges-of.ts'
import { CommandKey } from '../walk/CommandKey.tsx'
import styles from './Resolver.module.css'

export interface SpanStepProps {
  /** Of a new extent of an episode, which needs no codes. */
  readonly isEpisode: boolean
  /** The words that are selected; null: none. */
  readonly quote: string | null
  readonly onTake: () => void
  readonly onCancel: () => void
}

/** While a new passage is selected in the text: what it is now, and how one goes on. */
export function SpanStep({ isEpisode, quote, onTake, onCancel }: SpanStepProps) {
  const t = useT('disagreements')
  const take = t(isEpisode ? 'spanStep.take' : 'spanStep.choose')
  useCommands([
    {
      id: 'walk.disagreement-take',
      menu: 'code',
      order: 430,
      label: take,
      keys: ['Enter', '/'],
      within: '.walk',
      enabled: quote !== null,
      run: onTake,
    },
    {
      id: 'walk.disagreement-cancel',
      menu: 'code',
      order: 431,
      label: t('spanStep.cancel'),
      keys: 'Escape',
      within: '.walk',
      run: onCancel,
    },
  ])
  return (
    <div className={styles['step']} role="group" aria-label={t('verdict.span')}>
      <p aria-live="polite">
        {quote === null
          ? t('spanStep.how')
          : t(isEpisode ? 'spanStep.episode' : 'spanStep.what', { quote: `“${edgesOf(quote)}”` })}
      </p>
      <Button size="small" tone="primary" isDisabled={quote === null} onPress={onTake}>
        {take} <CommandKey id="walk.disagreement-take" />
      </Button>
      <Button size="small" onPress={onCancel}>
        {t('spanStep.cancel')} <CommandKey id="walk.disagreement-cancel" />
      </Button>
    </div>
  )
}
