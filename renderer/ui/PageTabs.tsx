import styles from './PageTabs.module.css'

export interface PageTabsProps<T extends string> {
  /** Name of the group for screen readers. */
  readonly label: string
  readonly tabs: readonly { readonly id: T; readonly label: string }[]
  readonly current: T | null
  readonly onChange: (tab: T) => void
}

/** The pages of an activity, one of which is on the screen. */
export function PageTabs<T extends string>({ label, tabs, current, onChange }: PageTabsProps<T>) {
  return (
    <div role="group" aria-label={label} className={styles['tabs']}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          aria-pressed={tab.id === current}
          className={styles['tab']}
          onClick={() => {
            onChange(tab.id)
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
