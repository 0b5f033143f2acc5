import { ensureBuilt } from '../bundles.ts'

/** Tests never run against yesterday's build, whichever way they were started. */
export default ensureBuilt
