import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Screens have addresses of their own, so assets are named from the root; electron-vite insists on `./` before us. */
const assetsFromRoot = {
  name: 'assets-from-root',
  config: { order: 'post' as const, handler: () => ({ base: '/' }) },
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
    plugins: [react(), assetsFromRoot],
    build: { minify: true, target: 'chrome109', rolldownOptions: { input: 'renderer/index.html' } },
  },
})
