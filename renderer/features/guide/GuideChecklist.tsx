import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import styles from './GuideChecklist.module.css'
import { useGuide } from './guide-state.ts'
import { stepAfter, stepsOf } from './guide-steps.ts'
import { useGuideAction } from './use-guide-action.ts'
import { useGuideWords } from './use-guide-words.ts'

/** All steps of a new study at once, the one to go on with spelt out. */
export function GuideChecklist({ hasFramework }: { readonly hasFramework: boolean }) {
  const t = useT('guide')
  const done = useGuide((state) => state.done)
  const words = useGuideWords('study')
  const action = useGuideAction('study')
  const steps = stepsOf('study', hasFramework)
  const next = stepAfter(steps, done, null)
  return (
    <ol className={styles['list']} aria-label={t('title')}>
      {steps.map((step, index) => {
        const { title, text } = words(step)
        const isDone = done.has(step)
        const does = step === 'import' || step === 'codebook' ? action(step) : null
        return (
          <li key={step} className={classNames(styles['step'], isDone && styles['done'])}>
            <span className={styles['number']} aria-hidden="true">
              {isDone ? <CheckIcon /> : index + 1}
            </span>
            <div className={styles['words']}>
              <p>
                <span className={styles['title']}>{title}</span>
                {isDone && <span className="visually-hidden"> {t('isDone')}</span>}
              </p>
              {!isDone && <p className={styles['text']}>{text}</p>}
              {does && (
                <Button size="small" tone={step === next ? 'primary' : 'normal'} onPress={does.run}>
                  {does.label}
                </Button>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
