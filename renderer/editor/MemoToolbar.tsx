import { useState } from 'react'
import type { ReactNode } from 'react'
import type { LexicalEditor } from 'lexical'
import { Group } from 'react-aria-components/Group'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useBridge } from '../app/bridge.ts'
import { keysOf, useCommandList, useCommands } from '../app/commands.ts'
import { shownKeys } from '../app/keys.ts'
import { useT } from '../i18n/i18n.ts'
import { IconButton } from '../ui/IconButton.tsx'
import {
  BoldIcon,
  BulletsIcon,
  HeadingIcon,
  ItalicIcon,
  LinkIcon,
  MentionIcon,
  NumbersIcon,
  QuoteIcon,
  StrikeIcon,
  UnderlineIcon,
} from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { LinkField } from './LinkField.tsx'
import {
  shiftLevel,
  toggleBlockType,
  toggleTextFormat,
  type MemoBlockType,
  type MemoFormat,
  type MemoTextFormat,
} from './memo-format.ts'
import styles from './MemoToolbar.module.css'

export interface MemoToolbarProps {
  readonly editor: LexicalEditor
  readonly format: MemoFormat
  /** Begins a mention at the caret. */
  readonly onMention: () => void
}

/** Where the commands of writing work: the editor and its toolbar. */
const WITHIN = '[data-memo-editor]'

const TEXT_BUTTONS: readonly { format: MemoTextFormat; icon: ReactNode; keys: string }[] = [
  { format: 'bold', icon: <BoldIcon />, keys: 'Mod+B' },
  { format: 'italic', icon: <ItalicIcon />, keys: 'Mod+I' },
  { format: 'underline', icon: <UnderlineIcon />, keys: 'Mod+U' },
  { format: 'strikethrough', icon: <StrikeIcon />, keys: 'Mod+Shift+X' },
]

const HEADINGS: readonly { block: MemoBlockType; keys: string }[] = [
  { block: 'paragraph', keys: 'Mod+Alt+0' },
  { block: 'h1', keys: 'Mod+Alt+1' },
  { block: 'h2', keys: 'Mod+Alt+2' },
  { block: 'h3', keys: 'Mod+Alt+3' },
]

const BLOCK_BUTTONS: readonly { block: MemoBlockType; icon: ReactNode; keys: string }[] = [
  { block: 'bullet', icon: <BulletsIcon />, keys: 'Mod+Shift+8' },
  { block: 'number', icon: <NumbersIcon />, keys: 'Mod+Shift+7' },
  { block: 'quote', icon: <QuoteIcon />, keys: 'Mod+Shift+9' },
]

/** Setting words and paragraphs by mouse or, one Shift+Tab before the text, by the arrow keys; every button is a command. */
export function MemoToolbar({ editor, format, onMention }: MemoToolbarProps) {
  const t = useT('memos')
  const [isLinking, setIsLinking] = useState(false)
  const keysFor = useShownKeys()

  const commands = [
    ...TEXT_BUTTONS.map(({ format: wanted, keys }) => ({
      id: `memo.${wanted}`,
      label: t(`format.${wanted}`),
      keys,
      run: () => {
        toggleTextFormat(editor, wanted)
      },
    })),
    ...[...HEADINGS, ...BLOCK_BUTTONS].map(({ block, keys }) => ({
      id: `memo.${block}`,
      label: t(`format.${block}`),
      keys,
      run: () => {
        toggleBlockType(editor, block)
      },
    })),
    {
      id: 'memo.indent',
      label: t('format.indent'),
      keys: 'Mod+]',
      run: () => {
        shiftLevel(editor, 1)
      },
    },
    {
      id: 'memo.outdent',
      label: t('format.outdent'),
      keys: 'Mod+[',
      run: () => {
        shiftLevel(editor, -1)
      },
    },
    {
      id: 'memo.link',
      label: t('format.link'),
      keys: 'Mod+Shift+K',
      run: () => {
        setIsLinking(true)
      },
    },
    { id: 'memo.mention', label: t('format.mention'), run: onMention },
  ]
  useCommands(
    commands.map((command, index) => ({
      ...command,
      menu: 'edit' as const,
      order: 500 + index,
      within: WITHIN,
      whileTyping: true,
    })),
  )

  return (
    <>
      <Toolbar aria-label={t('toolbar')} className={styles['toolbar'] ?? ''}>
        <Group aria-label={t('format.words')} className={styles['group'] ?? ''}>
          {TEXT_BUTTONS.map(({ format: wanted, icon }) => (
            <IconButton
              key={wanted}
              size="small"
              icon={icon}
              label={t(`format.${wanted}`)}
              keys={keysFor(`memo.${wanted}`)}
              aria-pressed={format.text.has(wanted)}
              preventFocusOnPress
              className={styles['toggle'] ?? ''}
              onPress={() => {
                toggleTextFormat(editor, wanted)
              }}
            />
          ))}
        </Group>
        <Group aria-label={t('format.paragraphs')} className={styles['group'] ?? ''}>
          <Menu
            label={t('format.headings')}
            items={HEADINGS.map(({ block }) => ({
              id: block,
              label: t(`format.${block}`),
              keys: keysFor(`memo.${block}`),
              isChecked: format.block === block,
              onAction: () => {
                if (format.block !== block) toggleBlockType(editor, block)
                requestAnimationFrame(() => {
                  editor.focus()
                })
              },
            }))}
          >
            <IconButton size="small" icon={<HeadingIcon />} label={t('format.headings')} />
          </Menu>
          {BLOCK_BUTTONS.map(({ block, icon }) => (
            <IconButton
              key={block}
              size="small"
              icon={icon}
              label={t(`format.${block}`)}
              keys={keysFor(`memo.${block}`)}
              aria-pressed={format.block === block}
              preventFocusOnPress
              className={styles['toggle'] ?? ''}
              onPress={() => {
                toggleBlockType(editor, block)
              }}
            />
          ))}
        </Group>
        <Group aria-label={t('format.links')} className={styles['group'] ?? ''}>
          <IconButton
            size="small"
            icon={<LinkIcon />}
            label={t('format.link')}
            keys={keysFor('memo.link')}
            aria-pressed={format.url !== null}
            className={styles['toggle'] ?? ''}
            onPress={() => {
              setIsLinking(!isLinking)
            }}
          />
          <IconButton size="small" icon={<MentionIcon />} label={t('format.mention')} keys="@" onPress={onMention} />
        </Group>
      </Toolbar>
      {isLinking && (
        <LinkField
          editor={editor}
          url={format.url}
          onClose={() => {
            setIsLinking(false)
            editor.focus()
          }}
        />
      )}
    </>
  )
}

/** The keys of a command as they are set now, for tooltips and menus. */
function useShownKeys(): (id: string) => string {
  const { shell } = useBridge()
  const list = useCommandList()
  return (id) => {
    const command = list.find((candidate) => candidate.id === id)
    const [first] = command === undefined ? [] : keysOf(command)
    return first === undefined ? '' : shownKeys(first, shell.os)
  }
}
