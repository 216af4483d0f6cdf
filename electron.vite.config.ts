import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          'utility-process': 'electron/hosts/utility-process.ts',
          serve: 'electron/hosts/serve.ts',
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
    /** Screens have addresses of their own, so assets are named from the root. */
    base: '/',
    plugins: [react()],
    build: { minify: true, target: 'chrome109', rolldownOptions: { input: 'renderer/index.html' } },
  },
})
