import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useCommands } from '../../app/commands.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CommandKey } from '../walk/CommandKey.tsx'
import { SideMark } from './Differences.tsx'
import styles from './Resolver.module.css'
import { useDifferenceWords } from './use-difference-words.ts'
import type { TwoCoders } from './use-two-coders.ts'

export interface AttributesStepProps {
  readonly row: DisagreementRow
  readonly coders: TwoCoders
  readonly onChoose: (side: 'a' | 'b') => void
  readonly onCancel: () => void
}

/** Where a joint passage is wanted of two that differ in more than their extent: whose details it gets. */
export function AttributesStep({ row, coders, onChoose, onCancel }: AttributesStepProps) {
  const t = useT('disagreements')
  const language = useLanguage()
  const words = useDifferenceWords(coders)
  const sides = ['a', 'b'] as const
  useCommands([
    ...sides.map((side, order) => ({
      id: `walk.disagreement-of-${side}`,
      menu: 'code' as const,
      order: 432 + order,
      label: coders[side].name,
      keys: side.toUpperCase(),
      within: '.walk',
      run: () => {
        onChoose(side)
      },
    })),
    {
      id: 'walk.disagreement-cancel',
      menu: 'code',
      order: 434,
      label: t('spanStep.cancel'),
      keys: 'Escape',
      within: '.walk',
      run: onCancel,
    },
  ])
  const what = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    row.differs.filter((difference) => difference !== 'bounds').map(words.nameOf),
  )
  return (
    <div className={styles['step']} role="group" aria-label={t('verdict.both')}>
      <p role="status">{t('attributesStep.ask', { what })}</p>
      {sides.map((side) => (
        <Button
          key={side}
          size="small"
          onPress={() => {
            onChoose(side)
          }}
        >
          <SideMark side={coders[side].side} /> {coders[side].name} <CommandKey id={`walk.disagreement-of-${side}`} />
        </Button>
      ))}
      <Button size="small" onPress={onCancel}>
        {t('spanStep.cancel')} <CommandKey id="walk.disagreement-cancel" />
      </Button>
    </div>
  )
}
