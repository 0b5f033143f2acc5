import { useEffect } from 'react'
import type { PickedFile } from '../../../shared/contract/bridge.ts'
import { useBridge } from '../../app/bridge.ts'
import { openDialog } from '../../app/dialogs.ts'
import { FileDrop } from '../../app/FileDrop.tsx'
import { useHostQuery } from '../../app/host.ts'
import { MenuBar } from '../../app/MenuBar.tsx'
import { NativeMenu } from '../../app/NativeMenu.tsx'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { FolderIcon, PlusIcon, BookIcon } from '../../ui/icons.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { keepForNextStudy } from '../import/import-state.ts'
import { Palette } from '../palette/Palette.tsx'
import { pickAndOpenStudy, useStudyActions } from '../study/study-actions.ts'
import icon from '../../../resources/icons/icon.svg'
import styles from './Welcome.module.css'

/** What is shown while no study is open: what Tianye is, and the ways in. */
export function Welcome() {
  const t = useT('welcome')
  const bridge = useBridge()
  const actions = useStudyActions()
  useEffect(() => {
    bridge.shell.setTitle(t('appName'), false)
  }, [bridge, t])

  /** Another study is opened than the one that the dropped transcripts were to begin. */
  async function open(handle: string): Promise<void> {
    keepForNextStudy([])
    await actions.open(handle)
  }

  function onFiles(files: readonly PickedFile[]): void {
    const study = files.find((file) => file.name.toLowerCase().endsWith('.tianye'))
    if (study) {
      void open(study.handle)
      return
    }
    // Transcripts dropped here begin a study: it takes them in when it is made.
    keepForNextStudy(files)
    openDialog('newStudy')
    showToast({ tone: 'info', text: t('studyFirst', { count: files.length }) })
  }

  return (
    <div className={styles['page']}>
      <NativeMenu />
      <Palette hasStudy={false} />
      <FileDrop onFiles={onFiles} hint={t('dropStudy')} />
      {bridge.shell.platform === 'browser' && (
        <header className={styles['header']}>
          <MenuBar />
        </header>
      )}
      <main className={styles['main']}>
        <section className={styles['start']}>
          <img src={icon} alt="" width={56} height={56} className={styles['icon']} />
          <h1 className={styles['title']}>{t('title')}</h1>
          <p className={styles['sentence']}>{t('sentence')}</p>
          <ul className={styles['actions']}>
            <li>
              <Button
                tone="primary"
                icon={<PlusIcon />}
                className={styles['action'] ?? ''}
                onPress={() => {
                  openDialog('newStudy')
                }}
              >
                {t('newStudy')}
              </Button>
              <p className={styles['note']}>{t('newStudyText')}</p>
            </li>
            <li>
              <Button
                icon={<FolderIcon />}
                className={styles['action'] ?? ''}
                isPending={actions.pending}
                onPress={() => void pickAndOpenStudy(bridge, open)}
              >
                {t('open')}
              </Button>
            </li>
            <li>
              <Button
                icon={<BookIcon />}
                className={styles['action'] ?? ''}
                isPending={actions.pending}
                onPress={() => void actions.openSample()}
              >
                {t('sample')}
              </Button>
              <p className={styles['note']}>{t('sampleText')}</p>
            </li>
          </ul>
        </section>
        <Recents onOpen={open} />
      </main>
    </div>
  )
}

function Recents({ onOpen }: { readonly onOpen: (handle: string) => Promise<void> }) {
  const t = useT('welcome')
  const language = useLanguage()
  const { data } = useHostQuery('study.recents', {})
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  if (!data || data.recents.length === 0) return null
  return (
    <section className={styles['recents']} aria-labelledby="recents">
      <h2 id="recents" className={styles['heading']}>
        {t('recents')}
      </h2>
      <ul className={styles['list']}>
        {data.recents.map((recent) => (
          <li key={recent.handle}>
            <button
              type="button"
              className={styles['recent']}
              disabled={!recent.exists}
              onClick={() => void onOpen(recent.handle)}
            >
              <span className={styles['recentName']}>{recent.name}</span>
              <span className={styles['recentPlace']}>
                {recent.exists ? `${recent.folder} · ${dates.format(recent.openedAt)}` : t('missing')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
