import { useEffect } from 'react'
import { useBridge } from '../../app/bridge.ts'
import { useCommands } from '../../app/commands.ts'
import { showError, useChanged } from '../../app/host.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useReading } from '../../reader/reading-state.ts'
import { spanOf } from '../../reader/reading-selection.ts'
import { changeQuery, forgetSearch, useFind } from './find-state.ts'

/** Longer selections are no words to look for. */
const LONGEST = 200

/** The commands of finding, wherever one is: search, and go from hit to hit in the transcripts. */
export function FindCommands() {
  const t = useT('search')
  const bridge = useBridge()
  const find = useView((state) => state.find)
  const version = useView((state) => state.version)
  const sought = useView((state) => state.sought)
  const hits = useFind((state) => state.summary?.hits ?? 0)

  useEffect(() => {
    if (sought === null) return
    useFind.setState((before) => ({ tab: 'hits', asked: before.asked + 1 }))
    if (sought.text !== '') changeQuery(bridge, { text: sought.text, mode: 'text' }, useView.getState().version)
  }, [sought, bridge])
  useEffect(() => forgetSearch, [])
  useChanged((event) => {
    if (event.topics.some((topic) => CONCERNED.has(topic.split(':', 1)[0] ?? '')))
      useFind.setState(({ summary }) => ({ isOutdated: summary !== null }))
  })

  async function goToHit(number: number): Promise<void> {
    const { summary } = useFind.getState()
    if (summary === null || summary.hits === 0) return
    const at = (number + summary.hits) % summary.hits
    // At once, so that a second press goes on from here and not from where the first one did.
    useFind.setState({ active: at })
    try {
      const { hits: found } = await bridge.call('search.page', { searchId: summary.searchId, offset: at, limit: 1 })
      const [hit] = found
      if (hit === undefined || useFind.getState().active !== at) return
      useView.getState().goTo({ documentId: hit.documentId, start: hit.start, end: hit.end, selects: true })
    } catch (thrown) {
      useFind.setState({ isOutdated: true })
      showError(wireErrorOf(thrown))
    }
  }

  useCommands([
    {
      id: 'search.find',
      menu: 'edit',
      order: 300,
      keys: 'Mod+F',
      whileTyping: true,
      label: t('command.find'),
      run: () => {
        find(selectedWords())
      },
    },
    {
      id: 'search.next',
      menu: 'edit',
      order: 301,
      keys: ['F3', 'Mod+G'],
      whileTyping: true,
      label: t('command.next'),
      enabled: hits > 0,
      run: () => void goToHit(useFind.getState().active + 1),
    },
    {
      id: 'search.previous',
      menu: 'edit',
      order: 302,
      keys: ['Shift+F3', 'Mod+Shift+G'],
      whileTyping: true,
      label: t('command.previous'),
      enabled: hits > 0,
      run: () => void goToHit(useFind.getState().active - 1),
    },
    {
      id: 'search.words',
      menu: 'edit',
      order: 303,
      label: t('command.words'),
      run: () => {
        useFind.setState({ tab: 'words' })
        useView.getState().show('search')
      },
    },
    {
      id: 'search.interviewers',
      menu: 'edit',
      order: 304,
      label: t('command.interviewers'),
      checked: useFind((state) => state.query.filter.interviewers),
      run: () => {
        const { filter } = useFind.getState().query
        changeQuery(bridge, { filter: { ...filter, interviewers: !filter.interviewers } }, version)
      },
    },
  ])
  return null
}

const CONCERNED: ReadonlySet<string> = new Set(['text', 'documents', 'cases', 'codes', 'memos'])

/** What is selected in the reader, if one is there. */
function selectedWords(): string {
  const { document: opened, selection } = useReading.getState()
  if (opened === null || selection === null || useView.getState().activity !== 'code') return ''
  const { start, end } = spanOf(selection)
  return end - start > LONGEST ? '' : opened.text.slice(start, end).replaceAll('\n', ' ').trim()
}
