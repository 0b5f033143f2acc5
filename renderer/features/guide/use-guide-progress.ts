import { useEffect } from 'react'
import { announce } from '../../app/announce.ts'
import { onDeed } from '../../app/deeds.ts'
import { useChanged, useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import type { OpenStudyStatus } from '../../app/Workbench.tsx'
import { useT } from '../../i18n/i18n.ts'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import { useCoders } from '../coding/use-coders.ts'
import { stageOf } from '../documents/work-progress.ts'
import { doneStep, useGuide } from './guide-state.ts'
import { stepsOf } from './guide-steps.ts'
import type { GuideStep } from './guide-steps.ts'

/** Ticks the guide's steps by what the user really does, wherever and in whichever order. */
export function useGuideProgress(study: OpenStudyStatus): void {
  const t = useT('guide')
  const isShown = useGuide((state) => state.isShown)
  const steps = stepsOf(study.isSample ? 'sample' : 'study', study.framework !== null)
  const { currentId } = useCoders()
  const { data } = useHostQuery('document.list', {}, { enabled: isShown && !study.isSample })

  const tick = useStableCallback((step: GuideStep) => {
    if (steps.includes(step) && doneStep(step) && isShown) announce(t('ticked', { step: t(`step.${step}.title`) }))
  })

  // One's own study begins with nothing: what is there, somebody has done.
  const { documents, codes, codings, episodes } = study.counts
  const hasFinished = data?.documents.some((row) => stageOf(row, currentId) === 'finished') === true
  useEffect(() => {
    if (study.isSample) return
    if (documents > 0) tick('import')
    if (codes > 0) tick('codebook')
    if (codings > 0) tick('code')
    if (episodes > 0) tick('episode')
    if (hasFinished) tick('finish')
  }, [study.isSample, documents, codes, codings, episodes, hasFinished, tick])

  useChanged(
    useStableCallback((event) => {
      if (!event.own) return
      if (event.codings?.some(({ upserted }) => upserted.length > 0)) tick('code')
      if (event.topics.some((topic) => topic.startsWith('episodes:'))) tick('episode')
      if (event.history.redo !== null) tick('undo')
    }),
  )
  useEffect(
    () =>
      onDeed((deed) => {
        const { activity } = useView.getState()
        if (deed === 'card') tick('card')
        if (activity === 'matrix') tick('matrix')
        if (activity === 'profiles') tick('profile')
      }),
    [tick],
  )
  useEffect(
    () =>
      useView.subscribe((now, before) => {
        if (now.documentId !== before.documentId && before.documentId !== null) tick('look')
        // In one's own study there may be nothing to open yet.
        if (study.isSample || now.activity === before.activity) return
        if (now.activity === 'matrix') tick('matrix')
        if (now.activity === 'profiles') tick('profile')
      }),
    [tick, study.isSample],
  )
}
