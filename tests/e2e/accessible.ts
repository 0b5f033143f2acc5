import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Nothing that axe knows how to find is wrong with what is on the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // The legacy mode keeps to this one page: Electron lets no test open another.
  // What React Aria has read out keeps the name of the button it was about for some seconds, also once that is gone.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]').analyze()
  expect(
    violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target.join(' ')) })),
  ).toEqual([])
}
