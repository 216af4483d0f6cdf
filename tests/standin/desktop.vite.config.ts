import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import product from '../../electron.vite.config.ts'

/** The product's own main and preload beside the smallest page, in a folder of its own. */
const out = process.env.STANDIN_OUT ?? ''

export default defineConfig({
  main: { ...product.main, build: { ...product.main?.build, outDir: join(out, 'main') } },
  preload: { ...product.preload, build: { ...product.preload?.build, outDir: join(out, 'preload') } },
  renderer: {
    ...product.renderer,
    root: 'tests/harness/hosts-page',
    build: {
      target: 'chrome109',
      outDir: join(out, 'renderer'),
      rolldownOptions: { input: 'tests/harness/hosts-page/index.html' },
    },
  },
})
