import { useAnnouncement } from './announce.ts'

/** Where `announce` is heard. Two places in turn, so that the same sentence twice is two changes. */
export function LiveRegion() {
  const { text, serial } = useAnnouncement()
  return (
    <div className="visually-hidden">
      <div role="status">{serial % 2 === 0 ? text : ''}</div>
      <div role="status">{serial % 2 === 1 ? text : ''}</div>
    </div>
  )
}
