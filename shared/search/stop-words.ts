/**
 * Words that say little by themselves, in English and Chinese: articles, pronouns, prepositions, particles, fillers.
 * Studies add to this list and take from it; words are as `foldText` leaves them, without case.
 */
const ENGLISH = `
a about above after again against all also am an and any are aren't as at be because been before being below between
both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each even few for from
further get got had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself
his how i i'd i'll i'm i've if in into is isn't it it's its itself just let's like me more most much my myself no nor
not of off oh okay on once one only or other ought our ours ourselves out over own really said same say she she'd
she'll she's should shouldn't so some such than that that's the their theirs them themselves then there there's these
they they'd they'll they're they've thing things this those through to too uh um under until up us very was wasn't we
we'd we'll we're we've well were weren't what what's when where which while who whom why will with won't would
wouldn't yeah yes you you'd you'll you're you've your yours yourself yourselves
`

const CHINESE = `
的 了 是 的是 在 我 我们 你 你们 您 他 她 它 他们 她们 它们 咱 咱们 自己 这 那 这个 那个 这些 那些 这里 那里 这儿 那儿 这样 那样
这么 那么 这种 那种 哪 哪里 哪儿 哪个 什么 啥 咋 怎么 怎么样 怎样 谁 多少 几 为什么 和 与 跟 同 及 或 或者 而 而且 但 但是 可是
不过 因为 所以 如果 要是 就是 还是 虽然 然后 于是 也 都 就 还 又 再 才 只 只是 很 太 更 最 比较 非常 不 没 没有 别 有 有的
有些 会 能 可以 可能 要 想 该 应该 得 地 着 过 把 被 让 给 对 向 往 从 到 由 以 用 为 于 按 比 上 下 里 里面 中 外 前 后 时候
时 来 去 说 讲 看 做 叫 一 一个 一些 一下 一点 一样 两 两个 个 些 点 种 次 每 各 啊 呀 吧 吗 呢 嘛 哦 嗯 哎 唉 哈 哪怕 噢 喔
对对 对啊 是的 是啊 好 好的 行 那时候 现在 反正 其实 当时 之 其 此 等 等等 并 并且 已经 已 正 正在 将 则 却 既 即 且 若 所
`

export const BUILT_IN_STOP_WORDS: readonly string[] = `${ENGLISH} ${CHINESE}`.split(/\s+/).filter((word) => word !== '')

/** What a study has changed in the list. */
export interface StopListChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** The list as it holds in a study. */
export function stopWords({ added, removed }: StopListChanges): Set<string> {
  const words = new Set([...BUILT_IN_STOP_WORDS, ...added])
  for (const word of removed) words.delete(word)
  return words
}
