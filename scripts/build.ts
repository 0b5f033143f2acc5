import { build } from './bundles.ts'

await build()
