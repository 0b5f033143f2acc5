import { z } from 'zod'
import type { BridgeEvent } from '../contract/bridge.ts'
import { languageTagSchema } from '../contract/values.ts'

/**
 * What the preload script may ask of the main process, which checks every argument: a page that was taken over can say
 * anything. One channel per call, `shell:<name>`.
 */
export const fileKindSchema = z.enum(['study', 'returned', 'transcripts', 'table'])
export const saveKindSchema = z.enum(['study', 'csv', 'xlsx', 'docx', 'markdown', 'json'])

const menuItemSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('separator') }),
  z.strictObject({
    type: z.literal('command'),
    commandId: z.string().max(200),
    label: z.string().max(500),
    accelerator: z.string().max(100).optional(),
    enabled: z.boolean(),
    checked: z.boolean().optional(),
  }),
])

export const menuSchema = z
  .array(
    z.strictObject({
      label: z.string().max(200),
      role: z.enum(['file', 'edit', 'view', 'window', 'help', 'other']),
      items: z.array(menuItemSchema).max(200),
    }),
  )
  .max(20)

export const shellCalls = {
  /** Asks for a port to the host; it comes as a `port` message. */
  connect: z.tuple([]),
  pickOpen: z.tuple([fileKindSchema, z.boolean()]),
  pickSave: z.tuple([saveKindSchema, z.string().max(1000)]),
  /** Paths of files that the user dropped. */
  receive: z.tuple([z.array(z.string().max(8192)).max(20_000)]),
  /** The menus and the language they are in. */
  setMenu: z.tuple([menuSchema, languageTagSchema]),
  setTitle: z.tuple([z.string().max(2000), z.boolean()]),
  newWindow: z.tuple([]),
  openExternal: z.tuple([z.string().max(8192)]),
} as const

export type ShellCall = keyof typeof shellCalls
export type ShellArguments<C extends ShellCall> = z.output<(typeof shellCalls)[C]>

/** What the main process tells a window, on the channel `bridge-event`. */
export type DesktopEvent = Extract<BridgeEvent, { type: 'host' | 'menu' | 'opened' }>
