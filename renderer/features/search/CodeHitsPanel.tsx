import { useEffect, useState } from 'react'
import type { In, Out } from '../../../shared/contract/contract.ts'
import type { SearchSummary } from '../../../shared/contract/search.ts'
import { useBridge } from '../../app/bridge.ts'
import { useChanged, useHostCommand } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './CodeHitsPanel.module.css'
import { CodePicker } from './CodePicker.tsx'
import { useFind } from './find-state.ts'

type Preview = Out<'search.previewCoding'>
type Unit = In<'search.codeHits'>['unit']

/** Puts a code on the hits, their sentences or their turns, after saying what that would do. */
export function CodeHitsPanel({ summary }: { readonly summary: SearchSummary }) {
  const t = useT('search')
  const language = useLanguage()
  const { byId } = useCodebook()
  const ticked = useFind((state) => state.ticked)
  const [unit, setUnit] = useState<Unit>('sentence')
  const [codeId, setCodeId] = useState<number | null>(null)
  const [progress, setProgress] = useState({ done: 0, total: 1 })
  const { run, pending } = useHostCommand('search.codeHits')
  const input = codeId === null ? null : inputOf(summary, ticked, unit, codeId)
  const preview = usePreview(summary.isComplete ? input : null)
  const code = codeId === null ? undefined : byId.get(codeId)

  async function apply(): Promise<void> {
    if (input === null || code === undefined) return
    const done = await run(input, {
      onProgress: (event) => {
        setProgress({ done: event.done, total: event.total ?? 1 })
      },
    })
    if (done === null) return
    const name = codeTitle(code, language)
    showToast({ tone: 'success', text: t('coded', { count: done.added + done.extending, code: name }) })
  }

  return (
    <section aria-labelledby="code-hits" className={styles['panel']}>
      <h3 id="code-hits" className={styles['title']}>
        {t('codeHits')}
      </h3>
      <p className={styles['which']}>
        {ticked.size === 0 ? t('allHits', { count: summary.hits }) : t('tickedHits', { count: ticked.size })}
        {ticked.size > 0 && (
          <Button
            tone="quiet"
            size="small"
            onPress={() => {
              useFind.setState({ ticked: new Set() })
            }}
          >
            {t('untick')}
          </Button>
        )}
      </p>
      <Select
        label={t('unit.label')}
        value={unit}
        options={(['hit', 'sentence', 'turn'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
        onChange={setUnit}
      />
      <CodePicker codeId={codeId} onChange={setCodeId} />
      <div role="status" className={styles['preview']}>
        {codeId === null ? t('previewFirst') : preview && <PreviewWords preview={preview} />}
      </div>
      {pending && <Progress label={t('codingHits')} done={progress.done} total={progress.total} />}
      <Button
        tone="primary"
        isPending={pending}
        isDisabled={preview === null || preview.added + preview.extending === 0}
        onPress={() => void apply()}
      >
        {preview === null ? t('codeThem') : t('codePassages', { count: preview.added + preview.extending })}
      </Button>
    </section>
  )
}

function PreviewWords({ preview }: { readonly preview: Preview }) {
  const t = useT('search')
  const format = useFormat()
  return (
    <>
      <p>
        {t('previewPassages', {
          count: preview.passages,
          documents: t('documents', { count: preview.documents }),
          characters: format.count(preview.characters),
        })}
      </p>
      <ul className={styles['counts']}>
        <li>{t('previewAdded', { count: preview.added })}</li>
        {preview.extending > 0 && <li>{t('previewExtending', { count: preview.extending })}</li>}
        {preview.already > 0 && <li>{t('previewAlready', { count: preview.already })}</li>}
      </ul>
    </>
  )
}

function inputOf(
  { searchId }: SearchSummary,
  ticked: ReadonlySet<number>,
  unit: Unit,
  codeId: number,
): In<'search.codeHits'> {
  return { searchId, hits: ticked.size === 0 ? 'all' : [...ticked], unit, codeId }
}

/** What coding would do, as things stand; null while that is being found out. */
function usePreview(input: In<'search.codeHits'> | null): Preview | null {
  const bridge = useBridge()
  const [answer, setAnswer] = useState<{ key: string; preview: Preview } | null>(null)
  const [changes, setChanges] = useState(0)
  useChanged((event) => {
    if (event.topics.some((topic) => topic.startsWith('codings') || topic === 'codes')) setChanges((count) => count + 1)
  })
  const key = JSON.stringify([input, changes])
  useEffect(() => {
    const asked = (JSON.parse(key) as [In<'search.codeHits'> | null, number])[0]
    if (asked === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      bridge.call('search.previewCoding', asked, { signal: abort.signal }).then(
        (preview) => {
          if (!abort.signal.aborted) setAnswer({ key, preview })
        },
        // What is wrong is said when one codes.
        () => undefined,
      )
    }, 150)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [bridge, key])
  return answer?.key === key ? answer.preview : null
}
