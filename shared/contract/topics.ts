/**
 * A topic names a part of the study that answers depend on: `codings`, `codings:document/42`, `codes`, `document/42`.
 *
 * The part before the colon is the kind, the part behind it narrows it to one owner. A change of `codings:document/42`
 * concerns who asked for `codings` (all of them) and who asked for `codings:document/42`, but not `codings:document/7`.
 */
export type Topic = TopicKind | `${TopicKind}:document/${number}`

export type TopicKind =
  | 'study' // name, settings, framework
  | 'coders'
  | 'documents' // the list: names, attributes, states
  | 'text' // revisions, turns, speakers
  | 'cases'
  | 'codes'
  | 'codings'
  | 'episodes'
  | 'memos'
  | 'views' // saved searches and analyses
  | 'conflicts' // of bring-backs, open and decided
  | 'history'
  | 'settings' // the user's own, outside the study

function kindOf(topic: Topic): string {
  const colon = topic.indexOf(':')
  return colon < 0 ? topic : topic.slice(0, colon)
}

/** Whether a change of `changed` makes an answer that depends on `wanted` stale. */
export function concerns(changed: Topic, wanted: Topic): boolean {
  if (changed === wanted) return true
  if (kindOf(changed) !== kindOf(wanted)) return false
  return !changed.includes(':') || !wanted.includes(':')
}
