import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Screens have addresses of their own, so assets are named from the root; electron-vite insists on `./` before us. */
const assetsFromRoot = {
  name: 'assets-from-root',
  config: { order: 'post' as const, handler: () => ({ base: '/' }) },
}

/** The page gets what the contract says of its procedures as a value, not the contract with its schemas. */
const procedureTable = {
  name: 'procedure-table',
  apply: 'build' as const,
  load: {
    filter: { id: /shared\/contract\/procedure-table\.ts$/ },
    async handler(id: string) {
      const { PROCEDURES } = await import(/* @vite-ignore */ pathToFileURL(id).href)
      return `export const PROCEDURES = ${JSON.stringify(PROCEDURES)}`
    },
  },
}

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          'utility-process': 'electron/hosts/utility-process.ts',
          serve: 'electron/hosts/serve.ts',
          'file-worker': 'electron/hosts/file-worker.ts',
          'backup-worker': 'electron/hosts/backup-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        /** A sandboxed preload must be CommonJS. */
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), assetsFromRoot, procedureTable],
    build: {
      minify: true,
      target: 'chrome109',
      rolldownOptions: {
        input: 'renderer/index.html',
        /** One file for everything the first screen needs: a browser fetches six at a time. */
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
})
