/** The language rules for boundaries that the platform brings (ICU), each made once per language. */

type Granularity = 'grapheme' | 'word' | 'sentence'

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The segmenter for a BCP 47 language, `zh_CN` taken as `zh-CN`. A tag that is no language gets the rules that hold for
 * every language: a badly typed language must not stop anyone from reading.
 */
export function segmenterFor(language: string | undefined, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`
  let segmenter = segmenters.get(key)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(knownLocale(language), { granularity })
    segmenters.set(key, segmenter)
  }
  return segmenter
}

function knownLocale(language: string | undefined): string {
  const tag = (language ?? '').replaceAll('_', '-')
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'und'
  } catch {
    return 'und'
  }
}
