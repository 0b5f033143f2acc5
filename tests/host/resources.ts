import { resolve } from 'node:path'

/** Tianye's own frameworks and sample, as they are packed. */
export const RESOURCES = resolve(import.meta.dirname, '../../resources')
