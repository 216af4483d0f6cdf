import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { describePackage, licenseDocument, type ShippedPackage } from './electron/packaging/licenses.mjs'

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

interface Emitting {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown
}

/** Of main and renderer, which are built in this order. */
const shipped: ShippedPackage[] = []

/** Which packages went into the build, for the bill of materials; beside the page the licences of all of them. */
const shippedPackages = (isPage: boolean) => ({
  name: 'shipped-packages',
  generateBundle(this: Emitting, _options: unknown, bundle: Record<string, { type: string; moduleIds?: string[] }>) {
    const inside = Object.values(bundle).flatMap(({ moduleIds = [] }) =>
      moduleIds.flatMap((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? []),
    )
    const packages = [...new Set(inside)].map((folder) => describePackage(relative(process.cwd(), folder)))
    packages.sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
    shipped.push(...packages)
    this.emitFile({ type: 'asset', fileName: 'packages.json', source: `${JSON.stringify(packages, null, 1)}\n` })
    if (!isPage) return
    this.emitFile({ type: 'asset', fileName: 'licenses.json', source: JSON.stringify(licenseDocument(shipped)) })
  },
})

/** Threads of an installed program start beside its archive, away from the package that says so. */
const saysModule = {
  name: 'says-module',
  generateBundle(this: Emitting) {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{"type":"module"}\n' })
  },
}

export default defineConfig({
  main: {
    plugins: [shippedPackages(false), saysModule],
    build: {
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          'utility-process': 'electron/hosts/utility-process.ts',
          serve: 'electron/hosts/serve.ts',
          'file-worker': 'electron/hosts/file-worker.ts',
          'backup-worker': 'electron/hosts/backup-worker.ts',
          'soundness-worker': 'electron/hosts/soundness-worker.ts',
          'demonstration-worker': 'electron/hosts/demonstration-worker.ts',
          'photo-worker': 'electron/hosts/photo-worker.ts',
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
    plugins: [react(), assetsFromRoot, procedureTable, shippedPackages(true)],
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
