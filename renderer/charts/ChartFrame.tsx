import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { download } from '../app/download.ts'
import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { ExportIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './ChartFrame.module.css'
import { pngOf, svgSource } from './svg-file.ts'

export interface ChartFrameProps {
  readonly title: string
  /** Name of exported files, without their ending. */
  readonly fileName: string
  /** The drawing: one `<svg>`. */
  readonly chart: ReactNode
  /** The same as numbers, with their quotations. */
  readonly table: ReactNode
  /** Stays in sight below the drawing: what is pointed at, in words. */
  readonly foot?: ReactNode
}

/** A chart with its table twin, one of the two at a time, and the drawing as a file. */
export function ChartFrame({ title, fileName, chart, table, foot }: ChartFrameProps) {
  const t = useT('evidence')
  const heading = useId()
  const [body, setBody] = useState<HTMLDivElement | null>(null)
  const [isTable, setTable] = useState(false)

  function save(kind: 'svg' | 'png'): void {
    const drawing = body?.querySelector('svg')
    if (!drawing) return
    if (kind === 'svg') download(new Blob([svgSource(drawing)], { type: 'image/svg+xml' }), `${fileName}.svg`)
    else
      void pngOf(drawing).then((blob) => {
        download(blob, `${fileName}.png`)
      })
  }

  return (
    <section aria-labelledby={heading} className={styles['frame']}>
      <header className={styles['header']}>
        <h3 id={heading} className={styles['title']}>
          {title}
        </h3>
        <Button
          tone="quiet"
          size="small"
          onPress={() => {
            setTable(!isTable)
          }}
        >
          {t(isTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
        {!isTable && (
          <Menu
            placement="bottom end"
            items={(['svg', 'png'] as const).map((kind) => ({
              id: kind,
              label: t(`chart.${kind}`),
              onAction: () => {
                save(kind)
              },
            }))}
          >
            <Button tone="quiet" size="small" icon={<ExportIcon />}>
              {t('chart.save')}
            </Button>
          </Menu>
        )}
      </header>
      <div ref={setBody} className={styles['body']}>
        {isTable ? table : chart}
      </div>
      {!isTable && foot}
    </section>
  )
}
