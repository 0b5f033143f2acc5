import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useReading } from '../../reader/reading-state.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import { codeName } from '../coding/code-names.ts'
import { useCodeActions } from '../coding/use-code-actions.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import styles from './CodesHere.module.css'

/** The codes at the caret, shortest passage first. */
export function CodesHere() {
  const t = useT('codebook')
  const language = useLanguage()
  const here = useReading((state) => state.here)
  const { byId } = useCodebook()
  const coders = useCoders()
  const actions = useCodeActions()
  return (
    <section className={styles['here']} aria-label={t('here.title')}>
      <h2 className={styles['title']}>{t('here.title')}</h2>
      {here.length === 0 && <p className={styles['none']}>{t('here.none')}</p>}
      <ul className={styles['list']}>
        {here.map((coding) => {
          const code = byId.get(coding.codeId)
          const coder = coders.byId.get(coding.coderId)
          return (
            code !== undefined && (
              <li key={coding.id} className={styles['row']}>
                <CodeChip
                  className={styles['chip'] ?? ''}
                  colour={code.colour}
                  label={code.label}
                  name={codeName(code, language)}
                />
                {coding.coderId === coders.currentId ? (
                  <IconButton
                    icon={<TrashIcon />}
                    size="small"
                    label={t('here.unmark', { code: codeName(code, language) })}
                    onPress={() => void actions.unmark([coding])}
                  />
                ) : (
                  <span className={styles['coder']} title={coder?.name}>
                    {coder?.initials}
                  </span>
                )}
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
