import { findProgram } from './find-program.ts'

/** Whether a window can be shown here. Only Linux can be without a display. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
}

/** How to start a program that shows a window: as it is, under a virtual display, or (null) not at all. */
export function displayPrefix(): string[] | null {
  if (hasDisplay()) return []
  const xvfb = findProgram('xvfb-run')
  return xvfb === null ? null : [xvfb, '--auto-servernum', '--server-args=-screen 0 1600x1000x24']
}
