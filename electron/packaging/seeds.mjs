import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ROOT } from '../launcher/node-version.mjs'

/**
 * What electron-builder 26.17.0 would download for our four installers, each where it must lie in a folder of seeds so
 * that nothing is downloaded. `release` names the release page that has it.
 */
const TOOLS = [
  tool('win32', 'nsis-3.0.4.1', 'nsis-3.0.4.1.7z', '9877df902530f96357d13a7a31ae2b9df67f48b11ffc9a1700a7c961574ec5fa'),
  tool(
    'win32',
    'nsis-resources-3.4.1',
    'nsis-resources-3.4.1.7z',
    '593a9a92ef958321293ac6a2ee61e64bf1bd543142a5bd6b3d310709cc924103',
  ),
  tool(
    'win32',
    'wix-4.0.0.5512.2',
    'wix-4.0.0.5512.2.7z',
    'fe677fcd837b18c9b912985d91636bbd8a1e800c3b3a6a841b6f96e89624e839',
  ),
  tool(
    'win32',
    'winCodeSign-2.6.0',
    'winCodeSign-2.6.0.7z',
    'cdaec7154dda7cc31f88d886e2489379a0625a737d610b5ae7f62a12f16743a4',
  ),
  tool(
    'win32',
    '7zip@1.0.0',
    '7zip-win-x64.tar.gz',
    'be071f15bd6da2f78fe81c6ddef2009b0c4d8a51f36b780cb806c7e6df95e1b3',
  ),
  tool(
    'linux',
    '7zip@1.0.0',
    '7zip-linux-x64.tar.gz',
    'd151bb44b2a9d9bfc52813ce4cac042916394a0ab8a56bd5d221a5dc9ef8d5d7',
  ),
  tool(
    'linux',
    'fpm@2.1.4',
    'fpm-1.17.0-ruby-3.4.3-linux-amd64.7z',
    '44b0ec6025c14ec137f56180e62675c0eae36233cdce53d0953d9c73ced8989f',
  ),
  tool(
    'linux',
    'appimage-12.0.1',
    'appimage-12.0.1.7z',
    'd12ff7eb8f1d1ec4652ca5237a7fbdca33acc0c758045636feca62dc6ecb8ec4',
  ),
  tool('any', 'icons@1.2.3', 'icons-bundle.tar.gz', '4e5bb546c9d3ab0c2bbacc22857467bf415f742a34c2be9dd138779d2fc066f9'),
]

function tool(platform, release, name, sha256) {
  return { platform, release, name, path: `builder/${release}/${name}`, sha256 }
}

/** Electron's own programs, with the sums that its package carries. */
export function electronSeeds() {
  const folder = join(ROOT, 'node_modules', 'electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const sums = JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8'))
  return ['win32', 'linux'].map((platform) => {
    const name = `electron-v${version}-${platform}-x64.zip`
    return { platform, release: `electron v${version}`, name, path: `electron/${name}`, sha256: sums[name] }
  })
}

/** For the installers of `win32` or `linux`. */
export function seedsOf(platform) {
  return [...electronSeeds(), ...TOOLS].filter((one) => one.platform === platform || one.platform === 'any')
}

/** Those that are missing from the folder, or are not what they should be: `[{ path, fault: 'missing' | 'differs' }]`. */
export async function faultsOfSeeds(folder, platform) {
  const faults = []
  for (const { path, sha256 } of seedsOf(platform)) {
    const file = join(folder, path)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) faults.push({ path, fault: 'missing' })
    else if ((await sumOf(file)) !== sha256) faults.push({ path, fault: 'differs' })
  }
  return faults
}

async function sumOf(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
