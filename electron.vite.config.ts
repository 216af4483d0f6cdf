import { readFileSync } from 'node:fs'
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

/** Which packages went into the build, for the licence page and the bill of materials. */
const shippedPackages = {
  name: 'shipped-packages',
  generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown },
    _options: unknown,
    bundle: Record<string, { type: string; moduleIds?: string[] }>,
  ) {
    const inside = Object.values(bundle).flatMap(({ moduleIds = [] }) =>
      moduleIds.flatMap((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? []),
    )
    const packages = [...new Set(inside)].map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
      return { name, version, license: typeof license === 'string' ? license : (license?.type ?? '') }
    })
    packages.sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
    this.emitFile({ type: 'asset', fileName: 'packages.json', source: `${JSON.stringify(packages, null, 1)}\n` })
  },
}

/** Threads of an installed program start beside its archive, away from the package that says so. */
const saysModule = {
  name: 'says-module',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown }) {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{"type":"module"}\n' })
  },
}

export default defineConfig({
  main: {
    plugins: [shippedPackages, saysModule],
    build: {
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          'utility-process': 'electron/hosts/utility-process.ts',
          serve: 'electron/hosts/serve.ts',
          'file-worker': 'electron/hosts/file-worker.ts',
          'backup-worker': 'electron/hosts/backup-worker.ts',
          cli: 'electron/hosts/cli.ts',
          'serve-command': 'electron/hosts/serve-command.ts',
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
    plugins: [react(), assetsFromRoot, procedureTable, shippedPackages],
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
