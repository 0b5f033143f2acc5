import styles from './PageTabs.module.css'

export interface PageTab<T extends string> {
  readonly id: T
  readonly label: string
  /** What waits there, and in words what it is a number of; 0 is not shown. */
  readonly waiting?: { readonly count: number; readonly words: string }
}

export interface PageTabsProps<T extends string> {
  /** Name of the group for screen readers. */
  readonly label: string
  readonly tabs: readonly PageTab<T>[]
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
          {tab.waiting !== undefined && tab.waiting.count > 0 && (
            <span className={styles['waiting']}>
              <span aria-hidden>{tab.waiting.count}</span>
              <span className="visually-hidden"> ({tab.waiting.words})</span>
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
