/* Renders resources/icons/icon.svg to the sizes the installers are made from. Run after the drawing was changed. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, obtainChromium } from './find-chromium.ts'
import { root } from './paths.ts'

/** File name and edge in pixels; electron-builder derives .icns and .ico from the largest one. */
const SIZES = [
  ['icon.png', 1024],
  ['icon-256.png', 256],
] as const

const folder = path.join(root, 'resources/icons')
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: await obtainChromium(), args: chromiumArguments() })
for (const [name, edge] of SIZES) {
  const page = await browser.newPage({ viewport: { width: edge, height: edge } })
  await page.setContent(`<style>html,body{margin:0;background:none}svg{display:block;width:100vw}</style>${svg}`)
  writeFileSync(path.join(folder, name), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
