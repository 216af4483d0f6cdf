import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/node-version.mjs'
import { standardText } from './license-texts.mjs'

/** Shipped beside the bundled code, in folders of their own. */
const APART = ['node_modules/better-sqlite3', 'node_modules/node']
const LISTS = ['out/main/packages.json', 'out/renderer/packages.json']

/** What the built program holds of others: the bundled packages, the database module and Node. */
export function shippedPackages() {
  return withoutTwins([
    ...LISTS.flatMap((path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))),
    ...APART.map(describePackage),
  ])
}

/** `folder` is taken from the root of the project: a package may lie inside another one. */
export function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  return { name, version, license: typeof license === 'string' ? license : (license?.type ?? ''), folder }
}

/** For the page on screen: packages in order of their names, and each text once. */
export function licenseDocument(bundled) {
  const texts = []
  const packages = withoutTwins([...bundled, ...APART.map(describePackage)]).map((one) => {
    const text = textOf(one)
    if (!texts.includes(text)) texts.push(text)
    return { name: one.name, version: one.version, license: one.license, text: texts.indexOf(text) }
  })
  return { packages, texts }
}

/** One page with every licence in full, as most of them ask for. */
export function licensePage() {
  const parts = shippedPackages().map((one) =>
    [`## ${one.name} ${one.version}`, '', `Licence: ${one.license}`, '', '```', textOf(one), '```'].join('\n'),
  )
  return ['# Software of others in this program', '', ...parts].join('\n\n')
}

function withoutTwins(packages) {
  const byName = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]))
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
}

/** The package's own text; else that of its licence in its author's name, or as another package brings it. */
function textOf({ name, license, folder }) {
  const own = ownText(folder)
  if (own) return own
  const { author } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  const holder = HOLDERS[name] || (typeof author === 'string' ? author : author?.name) || `${name} contributors`
  const text = standardText(license, holder) ?? ownText(WITH_TEXT_OF[license] ?? '')
  if (!text) throw new Error(`${name} is under ${license || 'no licence'} and brings no text of it`)
  return text
}

/** Where the package does not say who holds the rights. */
const HOLDERS = { node: 'Node.js contributors' }

/** Where a licence is the same for everybody, whoever has its text. */
const WITH_TEXT_OF = { 'Apache-2.0': 'node_modules/playwright-core' }

function ownText(folder) {
  const path = join(ROOT, folder)
  const file = existsSync(path)
    ? readdirSync(path).find((entry) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(entry))
    : undefined
  return file ? readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim() : undefined
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
