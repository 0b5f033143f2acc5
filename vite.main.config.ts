import path from 'node:path'
import { defineConfig } from 'vite'

const from = (file: string): string => path.join(import.meta.dirname, file)

/** Electron's main process: one ES module. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: from('dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: from('electron/main/main.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
