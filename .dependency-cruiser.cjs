'use strict'
/*
 * Who may import whom (DESIGN 2). The areas' tsconfigs keep Node and the DOM out of places that have neither; this file
 * keeps the direction: renderer -> shared <- electron/host <- electron/entry, and main and preload see shared and the
 * host's types.
 */

const path = require('node:path')

/** @param {string} pattern */
const inside = (pattern) => ({ path: `^${pattern}` })
const NPM = '(^|/)node_modules/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Modules that need each other at run time are one module, or want another below them. Types may refer back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that resolves to nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports itself and zod: no Node, no DOM, no React, no other area.',
      severity: 'error',
      from: inside('shared/'),
      to: { pathNot: ['^shared/', `${NPM}zod/`] },
    },
    {
      name: 'renderer-sees-shared',
      comment: 'The renderer reaches the machine through the contract alone.',
      severity: 'error',
      from: inside('renderer/'),
      to: { path: '^(electron|scripts|tests)/' },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The renderer runs in a sandbox: no Node, no driver, no Electron.',
      severity: 'error',
      from: inside('renderer/'),
      to: {
        path: [`${NPM}(better-sqlite3|electron|ws|yauzl|mammoth|iconv-lite|chardet)/`],
      },
    },
    {
      name: 'renderer-has-no-core-modules',
      comment: 'The renderer runs in a sandbox: no Node modules.',
      severity: 'error',
      from: inside('renderer/'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'host-sees-shared',
      comment: 'The host is plain Node: it knows no window, no entry and no Electron.',
      severity: 'error',
      from: inside('electron/host/'),
      to: {
        path: ['^(renderer|scripts|tests)/', '^electron/(main|preload|entry)/', `${NPM}(electron|react|react-dom|ws)/`],
      },
    },
    {
      name: 'driver-has-one-door',
      comment: 'better-sqlite3 is imported by open.ts alone, which decides who may write.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: '^electron/host/database/open\\.ts$' },
      to: { path: `${NPM}better-sqlite3/` },
    },
    {
      name: 'entries-start-the-host',
      comment: 'An entry starts the host; it knows no window and no view.',
      severity: 'error',
      from: inside('electron/entry/'),
      to: { path: ['^(renderer|scripts|tests)/', '^electron/(main|preload)/', `${NPM}electron/`] },
    },
    {
      name: 'main-sees-host-types',
      comment: 'The main process and the preload script hold no engine: only the types of the host.',
      severity: 'error',
      from: inside('electron/(main|preload)/'),
      to: { path: '^electron/host/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-sees-no-view',
      comment: 'Main owns windows, not what is in them; the menu shares the catalogues.',
      severity: 'error',
      from: inside('electron/(main|preload)/'),
      to: { path: '^(renderer/(?!i18n/)|electron/entry/|scripts/|tests/)' },
    },
    {
      name: 'main-and-preload-apart',
      comment: 'They run in two processes and meet in shared/ only.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^electron/(main|preload)/', pathNot: '^electron/$1/' },
    },
    {
      name: 'program-stands-alone',
      comment: 'The program does not reach into its own tests and scripts.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(scripts|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: NPM },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'renderer/tsconfig.json') },
    moduleSystems: ['es6', 'cjs', 'tsd'],
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
    exclude: { path: '\\.css$' },
  },
}
