import { announce } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'

/** Turns blind coding of the study on or off, and says so. */
export function useSetBlind(): (blind: boolean) => Promise<void> {
  const t = useT('assignments')
  const tell = useHostTell()
  return async (blind) => {
    if ((await tell('study.setBlind', { blind })) !== null) announce(t(blind ? 'blind.on' : 'blind.off'))
  }
}
