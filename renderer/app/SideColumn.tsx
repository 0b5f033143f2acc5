import { Group, Panel, useDefaultLayout } from 'react-resizable-panels'
import { MemoPanel } from '../features/memos/MemoPanel.tsx'
import { useT } from '../i18n/i18n.ts'
import { Splitter } from '../ui/Splitter.tsx'
import { useInspectorSlot } from './inspector-slot.ts'
import { paneProps } from './panes.ts'
import styles from './Workbench.module.css'

export interface SideColumnProps {
  readonly hasInspector: boolean
  readonly hasMemo: boolean
}

/** Right of the activity: what it says about the chosen thing, and below it the memo that is open. */
export function SideColumn({ hasInspector, hasMemo }: SideColumnProps) {
  const t = useT('memos')
  const panelIds = [...(hasInspector ? ['inspector-top'] : []), ...(hasMemo ? ['memo'] : [])]
  const layout = useDefaultLayout({ id: 'tianye-side', panelIds, storage: localStorage })
  return (
    <Group
      orientation="vertical"
      className={styles['column'] ?? ''}
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      {hasInspector && (
        <Panel id="inspector-top" minSize="120px">
          <InspectorPane />
        </Panel>
      )}
      {hasInspector && hasMemo && <Splitter label={t('splitter')} />}
      {hasMemo && (
        <Panel id="memo" minSize="180px" defaultSize="60%">
          <MemoPanel />
        </Panel>
      )}
    </Group>
  )
}

function InspectorPane() {
  const t = useT('shell')
  return (
    <section
      aria-label={t('pane.inspector')}
      className={styles['side']}
      {...paneProps('inspector')}
      ref={(element) => {
        useInspectorSlot.setState({ element })
      }}
    />
  )
}
