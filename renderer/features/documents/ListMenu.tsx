import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ListIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuAction } from '../../ui/Menu.tsx'
import { groupIds } from './group-ids.ts'
import { chooseList, useListChoice } from './list-choice.ts'
import type { ListChoice } from './list-choice.ts'

/** How the list is grouped, sorted and narrowed. */
export function ListMenu() {
  const t = useT('documents')
  const choice = useListChoice((all) => all)
  const { data } = useHostQuery('document.list', {})

  function choices<K extends 'grouping' | 'sorting' | 'stage'>(
    field: K,
    values: readonly ListChoice[K][],
    label: (value: ListChoice[K]) => string,
  ): MenuAction[] {
    return values.map((value, index) => ({
      id: `${field}-${value}`,
      label: label(value),
      isChecked: choice[field] === value,
      startsGroup: index === 0,
      onAction: () => {
        chooseList({ [field]: value })
      },
    }))
  }

  return (
    <Menu
      placement="bottom end"
      items={[
        ...choices('grouping', ['village', 'wave', 'stage', 'none'], (value) => t(`grouping.${value}`)),
        ...choices('sorting', ['name', 'date', 'recent', 'leastCoded'], (value) => t(`sorting.${value}`)),
        ...choices('stage', ['all', 'notStarted', 'inProgress', 'finished'], (value) =>
          value === 'all' ? t('showAll') : t(`only.${value}`),
        ),
        {
          id: 'byCoder',
          label: t('byCoder'),
          isChecked: choice.byCoder,
          startsGroup: true,
          onAction: () => {
            chooseList({ byCoder: !choice.byCoder })
          },
        },
        {
          id: 'openAll',
          label: t('openAll'),
          startsGroup: true,
          isDisabled: choice.grouping === 'none',
          onAction: () => {
            chooseList({ folded: [] })
          },
        },
        {
          id: 'closeAll',
          label: t('closeAll'),
          isDisabled: choice.grouping === 'none',
          onAction: () => {
            chooseList({ folded: groupIds(data?.documents ?? [], choice.grouping) })
          },
        },
      ]}
    >
      <IconButton size="small" icon={<ListIcon />} label={t('view')} />
    </Menu>
  )
}
