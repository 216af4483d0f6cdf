import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/node-version.mjs'

/** What the built program holds of others: the bundled packages, the database module and Node. */
export function shippedPackages() {
  const bundled = ['out/main/packages.json', 'out/renderer/packages.json'].flatMap((path) =>
    JSON.parse(readFileSync(join(ROOT, path), 'utf8')),
  )
  const apart = ['better-sqlite3', 'node'].map((name) => describe(join(ROOT, 'node_modules', name)))
  const byName = new Map([...bundled, ...apart].map((one) => [`${one.name}@${one.version}`, one]))
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { name, version, license }
}

/** One page with every licence in full, as most of them ask for. */
export function licensePage() {
  const parts = shippedPackages().map(({ name, version, license }) =>
    [`## ${name} ${version}`, '', `Licence: ${license || 'see below'}`, '', licenseText(name)].join('\n'),
  )
  return ['# Software of others in this program', '', ...parts].join('\n\n')
}

function licenseText(name) {
  const folder = join(ROOT, 'node_modules', name)
  const file = existsSync(folder)
    ? readdirSync(folder).find((entry) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(entry))
    : undefined
  return file
    ? ['```', readFileSync(join(folder, file), 'utf8').trim(), '```'].join('\n')
    : 'No text comes with the package.'
}

/** CycloneDX 1.6, the parts that say what is inside. */
export function billOfMaterials(version) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'chenxun', version } },
    components: shippedPackages().map((one) => ({
      type: 'library',
      name: one.name,
      version: one.version,
      purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
      ...(one.license ? { licenses: [{ expression: one.license }] } : {}),
    })),
  }
}
