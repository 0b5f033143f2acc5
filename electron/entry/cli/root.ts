import { resolve } from 'node:path'

/** The folder of the program: the command line runs from its source. */
export const ROOT = resolve(import.meta.dirname, '../../..')
