import { useState } from 'react'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostQuery } from '../../app/host.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './History.module.css'

type Operation = Out<'history.list'>['operations'][number]

/** Operations asked for at once. */
const PAGE = 100

export function HistoryTable() {
  const t = useT('history')
  const [pages, setPages] = useState(1)
  return (
    <div className={styles['scroll']}>
      <p className={styles['about']}>{t('about')}</p>
      <table className={styles['table']}>
        <caption className="visually-hidden">{t('list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col" className={styles['number']}>
              {t('changes')}
            </th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <Page
          before={null}
          dayBefore={null}
          pagesLeft={pages}
          onMore={() => {
            setPages(pages + 1)
          }}
        />
      </table>
    </div>
  )
}

interface PageProps {
  /** Operations before this one; null: the newest. */
  readonly before: number | null
  /** The day that stands at the end of the page before. */
  readonly dayBefore: string | null
  readonly pagesLeft: number
  readonly onMore: () => void
}

/** A page of the list, and below it the next: each begins where the one before ends, also when new changes come. */
function Page({ before, dayBefore, pagesLeft, onMore }: PageProps) {
  const t = useT('history')
  const language = useLanguage()
  const { data } = useHostQuery('history.list', { before, limit: PAGE }, { keepPrevious: true })
  if (!data) return null
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'full' })
  const operations = data.operations.map((operation) => ({ operation, day: days.format(operation.at) }))
  const last = operations.at(-1)
  return (
    <>
      <tbody>
        {operations.map(({ operation, day }, index) => (
          <Line
            key={operation.id}
            operation={operation}
            day={day === (operations[index - 1]?.day ?? dayBefore) ? null : day}
          />
        ))}
        {data.more && pagesLeft === 1 && (
          <tr>
            <td colSpan={5} className={styles['more']}>
              <Button size="small" onPress={onMore}>
                {t('showEarlier')}
              </Button>
            </td>
          </tr>
        )}
      </tbody>
      {data.more && pagesLeft > 1 && last && (
        <Page before={last.operation.id} dayBefore={last.day} pagesLeft={pagesLeft - 1} onMore={onMore} />
      )}
    </>
  )
}

interface LineProps {
  readonly operation: Operation
  /** Where a day begins, its name. */
  readonly day: string | null
}

function Line({ operation, day }: LineProps) {
  const t = useT('history')
  const language = useLanguage()
  const format = useFormat()
  const { kind, stands, barrier, changes, coderName, at } = operation
  const what = sentenceOf('undo', operation.label)
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at)
  return (
    <>
      {day !== null && (
        <tr>
          <th scope="colgroup" colSpan={5} className={styles['day']}>
            {day}
          </th>
        </tr>
      )}
      <tr className={classNames(kind === 'change' && !stands && styles['undone'])}>
        <td className={styles['time']}>
          <time dateTime={new Date(at).toISOString()}>{time}</time>
        </td>
        <td className={styles['who']}>{coderName ?? t('nobody')}</td>
        <td className={styles['what']}>
          {kind === 'change' ? what : t(`did.${kind}`, { what })}
          {barrier && <span className={styles['barrier']}>{t('barrier')}</span>}
        </td>
        <td className={styles['number']}>{format.count(changes)}</td>
        <td>{kind === 'change' && t(stands ? 'stands' : 'undone')}</td>
      </tr>
    </>
  )
}
