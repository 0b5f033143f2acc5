import path from 'node:path'
import { defineConfig } from 'vite'

const from = (file: string): string => path.join(import.meta.dirname, file)

/** The engine as Electron's utility process runs it, with its workers beside it. Only the driver stays outside. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    outDir: from('dist/host'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        utility: from('electron/entry/utility.ts'),
        'reading-worker': from('electron/host/search/reading-worker.ts'),
        'statistics-worker': from('electron/host/agreement/statistics-worker.ts'),
        'parser-worker': from('electron/host/jobs/parser-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
