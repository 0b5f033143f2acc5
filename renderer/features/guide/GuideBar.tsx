import { useEffect } from 'react'
import { useCommands } from '../../app/commands.ts'
import { paneProps } from '../../app/panes.ts'
import { useView } from '../../app/view-state.ts'
import type { OpenStudyStatus } from '../../app/Workbench.tsx'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx'
import { needsTranscripts } from '../import/needs-transcripts.ts'
import styles from './GuideBar.module.css'
import { doneStep, explainStep, recallGuide, showGuide, useGuide } from './guide-state.ts'
import { stepAfter, stepsOf } from './guide-steps.ts'
import type { GuideStep } from './guide-steps.ts'
import { useGuideAction } from './use-guide-action.ts'
import { useGuideProgress } from './use-guide-progress.ts'
import { useGuideWords } from './use-guide-words.ts'

/**
 * The first ten minutes: one step at a time under what one works with, never over it. It ticks itself as things happen,
 * goes away for good when it is closed, and comes back from the Help menu.
 */
export function GuideBar({ study }: { readonly study: OpenStudyStatus }) {
  const t = useT('guide')
  const isNew = study.isSample || study.counts.documents === 0
  useEffect(() => {
    recallGuide(study.guid, isNew)
  }, [study.guid, isNew])
  const { isShown, done, at } = useGuide()
  const activity = useView((state) => state.activity)
  useGuideProgress(study)
  useCommands([
    {
      id: 'help.guide',
      menu: 'help',
      order: 2,
      label: t('command'),
      checked: isShown,
      run: () => {
        showGuide(!isShown)
      },
    },
  ])
  const kind = study.isSample ? 'sample' : 'study'
  const steps = stepsOf(kind, study.framework !== null)
  const step = at ?? stepAfter(steps, done, null)
  const { title, text } = useGuideWords(kind)(step)
  const action = useGuideAction(kind)(step)
  // An empty study has the same steps in its middle.
  const isInTheMiddle = study.counts.documents === 0 && needsTranscripts(activity)
  if (!isShown || isInTheMiddle) return null

  return (
    <section aria-label={t('title')} className={styles['bar']} {...paneProps('guide')}>
      <ol className={styles['steps']}>
        {steps.map((each, index) => (
          <li key={each}>
            <StepButton step={each} number={index + 1} isDone={done.has(each)} isExplained={each === step} />
          </li>
        ))}
      </ol>
      <div className={styles['words']}>
        <p>
          <strong>{title}</strong>
        </p>
        <p className={styles['text']}>{text}</p>
      </div>
      <div className={styles['actions']}>
        {action && (
          <Button size="small" onPress={action.run}>
            {action.label}
          </Button>
        )}
        {step === null ? (
          <Button
            size="small"
            tone="primary"
            onPress={() => {
              showGuide(false)
            }}
          >
            {t('close')}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              tone="quiet"
              onPress={() => {
                if (step === 'look') doneStep('look')
                else explainStep(nextOf(steps, step))
              }}
            >
              {t('next')}
            </Button>
            <IconButton
              size="small"
              icon={<CloseIcon />}
              label={t('close')}
              onPress={() => {
                showGuide(false)
              }}
            />
          </>
        )}
      </div>
    </section>
  )
}

interface StepButtonProps {
  readonly step: GuideStep
  readonly number: number
  readonly isDone: boolean
  readonly isExplained: boolean
}

function StepButton({ step, number, isDone, isExplained }: StepButtonProps) {
  const t = useT('guide')
  const title = t(`step.${step}.title`)
  return (
    <button
      type="button"
      title={title}
      aria-label={t(isDone ? 'stepDone' : 'stepNumber', { number })}
      aria-current={isExplained ? 'step' : undefined}
      className={classNames(styles['step'], isDone && styles['done'], isExplained && styles['explained'])}
      onClick={() => {
        explainStep(step)
      }}
    >
      {isDone ? <CheckIcon /> : number}
    </button>
  )
}

function nextOf(steps: readonly GuideStep[], step: GuideStep): GuideStep | null {
  return steps[(steps.indexOf(step) + 1) % steps.length] ?? null
}
