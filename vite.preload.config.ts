import path from 'node:path'
import { defineConfig } from 'vite'

const from = (file: string): string => path.join(import.meta.dirname, file)

/** The bridge: a sandboxed preload script can be neither a module nor require a package, so it is one CommonJS file. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: from('dist/preload'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { preload: from('electron/preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
})
