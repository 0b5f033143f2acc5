import type { ChangeRow } from '../database/change-log.ts'
import type { Study } from '../study.ts'
import { studySettings } from '../study-settings.ts'
import type { Viewer } from './rule.ts'
import { Sight } from './sight.ts'

/**
 * What the people at this computer may see of a study: all of it, unless it is coded blind. One sight per person, kept
 * open until the study is closed, since a job may still read from it when somebody else signs in.
 */
export class Sights {
  readonly #whole: Study
  readonly #byViewer = new Map<Viewer, Sight>()
  #isBlind: boolean | null = null

  constructor(whole: Study) {
    this.#whole = whole
  }

  get isBlind(): boolean {
    this.#isBlind ??= studySettings(this.#whole.db).blind
    return this.#isBlind
  }

  /** The study as the coder may see it. */
  of(viewer: Viewer): Study {
    if (!this.isBlind) return this.#whole
    let sight = this.#byViewer.get(viewer)
    if (sight === undefined) this.#byViewer.set(viewer, (sight = new Sight(this.#whole, viewer)))
    return sight
  }

  /** After a committed operation; true where what the coder may see has become more or less by it. */
  apply(changes: readonly ChangeRow[], viewer: Viewer): boolean {
    const wasBlind = this.isBlind
    if (changes.some(({ table }) => table === 'meta')) this.#isBlind = null
    if (!this.isBlind) return wasBlind
    let isOther = !wasBlind
    for (const [coderId, sight] of this.#byViewer) {
      if (!wasBlind) sight.renew()
      else if (sight.apply(changes) && coderId === viewer) isOther = true
    }
    return isOther
  }

  close(): void {
    for (const sight of this.#byViewer.values()) sight.close()
  }
}
