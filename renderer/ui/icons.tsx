import type { ReactNode } from 'react'

/** Thin line icons, 16 px, in the colour of the words around them. They name nothing: a label or tooltip does. */

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

/** An icon made of strokes: one path. */
function drawn(path: string) {
  return function LineIcon() {
    return (
      <Icon>
        <path d={path} />
      </Icon>
    )
  }
}

export const CloseIcon = drawn('M4 4l8 8M12 4l-8 8')
export const CheckIcon = drawn('M3.5 8.5l3 3 6-7')
export const MinusIcon = drawn('M4 8h8')
export const PlusIcon = drawn('M8 3.5v9M3.5 8h9')
export const ChevronDownIcon = drawn('M4.5 6.5L8 10l3.5-3.5')
export const ChevronRightIcon = drawn('M6.5 4.5L10 8l-3.5 3.5')
export const SearchIcon = drawn('M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2')
export const InfoIcon = drawn('M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.3V11M8 5.1v.1')
export const WarningIcon = drawn('M8 2.5l6 11H2l6-11zM8 6.6v3.2M8 11.6v.1')
export const ListIcon = drawn('M2.5 4h11M2.5 8h11M2.5 12h11')
export const MoreIcon = drawn('M3.5 8h.1M8 8h.1M12.5 8h.1')
export const TrashIcon = drawn('M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.7M9.2 7v3.7')
export const PencilIcon = drawn('M3 13l.7-2.9 7-7 2.2 2.2-7 7L3 13zM9.5 4.3l2.2 2.2')
export const UndoIcon = drawn('M6 3L3 6l3 3M3 6h6a4 4 0 0 1 0 8H6')
export const RedoIcon = drawn('M10 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3')
export const GearIcon = drawn(
  'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 2v1.6M8 12.4V14M2 8h1.6M12.4 8H14M3.8 3.8l1.1 1.1M11.1 11.1l1.1 1.1M12.2 3.8l-1.1 1.1M4.9 11.1l-1.1 1.1',
)
export const DocumentIcon = drawn('M4 2.5h5.5L12 5v8.5H4v-11zM9.3 2.7V5H12M6 8h4M6 10.5h4')
export const BookIcon = drawn(
  'M8 4.5C6.7 3.4 5 3 2.5 3v9.5c2.5 0 4.2.4 5.5 1.5 1.3-1.1 3-1.5 5.5-1.5V3C11 3 9.3 3.4 8 4.5zM8 4.5V14',
)
export const FolderIcon = drawn('M2 4.5V13h12V5.5H8L6.5 4H2v.5z')
export const ImportIcon = drawn('M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11')
export const ExportIcon = drawn('M8 10V3M5 5.5l3-3 3 3M2.5 11v2.5h11V11')
export const SwapIcon = drawn('M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13')
export const PersonIcon = drawn('M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4')
export const LayersIcon = drawn('M8 2.5l6 3-6 3-6-3 6-3zM2.5 8.2L8 11l5.5-2.8M2.5 10.9l5.5 2.8 5.5-2.8')
export const SunIcon = drawn(
  'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
)
export const MoonIcon = drawn('M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z')
export const CodeActivityIcon = drawn('M2.5 3.5h6M2.5 6.5h6M2.5 9.5h6M2.5 12.5h4M12 3v4M12 9v4')
export const SegmentsIcon = drawn('M2.5 3v3.5M5 3.8h8.5M5 5.8h5.5M2.5 9.5V13M5 10.3h8.5M5 12.3h5.5')
export const MatrixIcon = drawn('M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11')
export const ProfilesIcon = drawn('M2.5 13.5V9h3v4.5M6.5 13.5V5h3v8.5M10.5 13.5v-7h3v7M1.5 13.5h13')
export const AgreementIcon = drawn(
  'M6 12.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4zM10 12.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4z',
)
export const CodebookIcon = drawn('M3 3h3M3 3v10M3 8h3M3 13h3M8 3h5.5M8 8h5.5M8 13h5.5')
export const HistoryIcon = drawn('M3 4v3h3M3.2 7A5.2 5.2 0 1 1 3 9.3M8 5.2V8l2.2 1.6')
export const EpisodeIcon = drawn('M5 2.5H3v11h2M7 5h6M7 8h6M7 11h4')
export const DragIcon = drawn('M6 4h.1M6 8h.1M6 12h.1M10 4h.1M10 8h.1M10 12h.1')
export const MemoIcon = drawn('M3 2.5h10v8l-3 3H3v-11zM13 10.5h-3v3M5.5 6h5M5.5 8.5h3')
export const EyeIcon = drawn(
  'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
)
export const LinkIcon = drawn('M6.5 9.5l3-3M7 5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.8 2.8 0 0 1-4-4L5 7')
export const BoldIcon = drawn('M4.5 3h4a2.4 2.4 0 0 1 0 4.9h-4V3zM4.5 7.9h4.7a2.5 2.5 0 0 1 0 5.1H4.5V7.9z')
export const ItalicIcon = drawn('M7 3h5M4 13h5M9.6 3l-3.2 10')
export const UnderlineIcon = drawn('M4.5 2.5v5a3.5 3.5 0 0 0 7 0v-5M3.5 13.5h9')
export const StrikeIcon = drawn(
  'M2.5 8h11M11 5c-.3-1.3-1.5-2-3-2-1.8 0-3 .9-3 2.2M5 11c.3 1.3 1.4 2 3 2 1.8 0 3.1-.9 3.1-2.3',
)
export const BulletsIcon = drawn('M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.1M2.8 8h.1M2.8 12h.1')
export const NumbersIcon = drawn('M6.5 4h7M6.5 8h7M6.5 12h7M2.2 3l1-.6v3.2M2 10.6h1.6L2.1 13h1.7')
export const QuoteIcon = drawn(
  'M3 12.5V8.2C3 5.8 4.3 4.2 6.5 3.5M3 8.5h3.5v4H3M9 12.5V8.2c0-2.4 1.3-4 3.5-4.7M9 8.5h3.5v4H9',
)
export const HeadingIcon = drawn('M4 3v10M12 3v10M4 8h8')
export const MentionIcon = drawn(
  'M10.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM10.5 5.5v3.2a1.6 1.6 0 0 0 3.2 0V8A5.7 5.7 0 1 0 11 12.8',
)
