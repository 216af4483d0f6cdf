import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/node-version.mjs'
import { afterPack } from './after-pack.mjs'
import { electronSeeds } from './seeds.mjs'

/**
 * electron-builder's configuration for NSIS, MSI, deb and AppImage. The two identities are for life: an installer
 * recognizes by them what it upgrades.
 */
const NSIS_GUID = 'E8A18BD6-B452-479C-8A66-CEAAEFFAAA57'
const MSI_UPGRADE_CODE = '1EF74D3A-DA6F-4509-B01C-18AFE14C4B54'
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const seeds = process.env.CHENXUN_SEEDS

export default {
  appId: 'cn.chenxun.console',
  productName: 'Chenxun',
  copyright: 'Chenxun',
  artifactName: `chenxun-${version}-\${os}-\${arch}.\${ext}`,
  directories: { output: 'dist/desktop' },
  files: [
    'package.json',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/**',
    '!resources/screenshots/**',
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}{,/**}',
    `!node_modules/better-sqlite3/prebuilds/!(\${platform}-\${arch}.node)`,
    '!node_modules/node-addon-api{,/**}',
    '!out/sources.txt',
  ],
  extraFiles: [{ from: 'out/legal', to: '.', filter: ['LICENSES.md', 'sbom.cdx.json'] }],
  asar: true,
  // A library is loaded from a real file, and a thread starts from one.
  asarUnpack: ['node_modules/better-sqlite3/**', 'out/main/*-worker.js', 'out/main/chunks/**', 'out/main/package.json'],
  // The module comes prebuilt; nothing is compiled and no development package is looked at.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  electronDownload: { checksums: Object.fromEntries(electronSeeds().map(({ name, sha256 }) => [name, sha256])) },
  ...(seeds ? { electronDist: join(seeds, 'electron') } : {}),
  extraMetadata: { homepage: 'chenxun.invalid', author: 'Chenxun' },
  afterPack,
  publish: null,
  win: {
    target: ['nsis', 'msi'],
    executableName: 'Chenxun',
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    guid: NSIS_GUID,
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN', 'en_US'],
    shortcutName: '晨巡',
    // Records outlive the program.
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
  },
  msi: { upgradeCode: MSI_UPGRADE_CODE, perMachine: true, oneClick: false, shortcutName: '晨巡' },
  linux: {
    target: ['deb', 'AppImage'],
    executableName: 'chenxun',
    category: 'Office',
    maintainer: 'Chenxun <packages@chenxun.invalid>',
    synopsis: '晨巡 Chenxun',
    description: "The console of a bank outlet's head",
  },
  // Without this an AppImage starts with its sandbox off; the console then refuses to start.
  appImage: { executableArgs: [] },
}
