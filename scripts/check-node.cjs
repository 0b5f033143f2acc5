'use strict'
/*
 * Loaded in front of every npm script, so it is written in the oldest JavaScript there is: whatever Node finds it must be
 * able to read it. Older Node versions do not merely lack features: the SQLite driver ends the process at its first
 * call (before 22.14), and TypeScript files are not read at all (before 22.18, and in the short-lived 23).
 */
function isSupported(version) {
  var parts = String(version).replace(/^v/, '').split('.')
  var major = Number(parts[0])
  var minor = Number(parts[1])
  if (major === 22) return minor >= 18
  return major >= 24
}

function explain(version) {
  return (
    'Tianye needs Node 22.18 or newer (24 is best) and was started with ' +
    version +
    '. On Linux x64 "npm ci" brings Node 24 for the npm scripts; elsewhere install it from nodejs.org.'
  )
}

if (!isSupported(process.version)) {
  process.stderr.write(explain(process.version) + '\n')
  process.exit(1)
}

module.exports = { isSupported: isSupported, explain: explain }
