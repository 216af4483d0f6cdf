import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from '@swc/core'
import { resources } from '../../shared/messages/index.ts'

/**
 * Both languages have the same keys and the same placeholders; every key named in code exists;
 * every reason of an error has a sentence; no component carries words of its own.
 */
const root = join(import.meta.dirname, '..', '..')
const problems = []

/** A list (words to choose from, synonyms) is one message: the languages may have different numbers of them. */
function flatten(messages, prefix = '') {
  return Object.entries(messages).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[`${prefix}${name}`, value]]
    return Array.isArray(value) ? [[`${prefix}${name}`, value.join(' ')]] : flatten(value, `${prefix}${name}.`)
  })
}

const chinese = new Map(flatten(resources['zh-CN']))
const english = new Map(flatten(resources.en))
const known = (key) => chinese.has(key)

function placeholders(text) {
  return [...text.matchAll(/{{\s*(\w+)/g)]
    .map(([, name]) => name)
    .sort()
    .join()
}

for (const [key, text] of chinese) {
  const other = english.get(key)
  if (other === undefined) problems.push(`en: ${key} is missing`)
  else if (placeholders(other) !== placeholders(text)) problems.push(`${key}: the placeholders differ`)
  if (text.trim() === '' || other?.trim() === '') problems.push(`${key}: empty`)
}
for (const key of english.keys()) {
  if (!known(key) && !known(key.replace(/_one$/, ''))) problems.push(`zh-CN: ${key} is missing`)
}

function filesUnder(folder, endings) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && !path.includes('.test.') && !path.endsWith('.d.ts'))
}

const ATTRIBUTES_READ_BY_PEOPLE = new Set([
  'alt',
  'aria-label',
  'label',
  'placeholder',
  'text',
  'title',
  'lead',
  'help',
])
const CJK = /[\p{Script=Han}，。：；！？、“”]/u
const WORD = /\p{L}{2,}/u

function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see)
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') see(node)
    for (const value of Object.values(node)) if (value && typeof value === 'object') visit(value, see)
  }
}

/** swc counts bytes from the start of its own source map, so the line is found by the text itself. */
function lineOf(source, text) {
  const at = source.indexOf(text)
  return at < 0 ? '?' : source.slice(0, at).split('\n').length
}

function checkKeys(node, report) {
  if (node.type !== 'CallExpression') return
  const callee = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
  if (callee?.value !== 't') return
  visit(node.arguments[0]?.expression, (part) => {
    if (part.type === 'StringLiteral' && /^[a-z]\w*\./i.test(part.value) && !known(part.value)) {
      report(part.value, `no message ${part.value}`)
    }
    if (part.type === 'TemplateLiteral') {
      const start = part.quasis[0].raw
      if (start.includes('.') && ![...chinese.keys()].some((key) => key.startsWith(start))) {
        report(start, `no message begins with ${start}`)
      }
    }
  })
}

function checkWords(node, report) {
  if (node.type === 'JSXText' && WORD.test(node.value.replace(/&\w+;/g, ''))) {
    report(node.value.trim(), `words in a component: ${node.value.trim()}`)
  }
  if (node.type === 'JSXAttribute' && node.value?.type === 'StringLiteral') {
    const name = node.name.type === 'Identifier' ? node.name.value : ''
    if (ATTRIBUTES_READ_BY_PEOPLE.has(name) && WORD.test(node.value.value)) {
      report(node.value.value, `words in ${name}: ${node.value.value}`)
    }
  }
  if (
    (node.type === 'StringLiteral' && CJK.test(node.value)) ||
    (node.type === 'TemplateElement' && CJK.test(node.raw))
  ) {
    report(node.value ?? node.raw, `Chinese in code: ${node.value ?? node.raw}`)
  }
}

let filesRead = 0
for (const path of [
  ...filesUnder('renderer', ['.ts', '.tsx']),
  ...filesUnder('electron', ['.ts']),
  ...filesUnder('shared', ['.ts']),
]) {
  const place = relative(root, path)
  if (place.startsWith(join('shared', 'messages'))) continue
  filesRead += 1
  const source = readFileSync(path, 'utf8')
  const report = (text, sentence) => problems.push(`${place}:${lineOf(source, text)} ${sentence}`)
  const tree = parseSync(source, { syntax: 'typescript', tsx: path.endsWith('.tsx') })
  visit(tree.body, (node) => {
    checkKeys(node, report)
    if (place.startsWith('renderer')) checkWords(node, report)
  })
  for (const [, reason] of source.matchAll(/new AppError\(\s*'[\w-]+',\s*'(\w+)'/g)) {
    if (!known(`errors.${reason}`)) report(`'${reason}'`, `no message errors.${reason}`)
  }
  if (place.startsWith(join('shared', 'contract'))) {
    for (const [, reason] of source.matchAll(/\.(?:min|max|regex|refine|length)\([^)]*?'([a-z]\w+)'\)/g)) {
      if (!known(`errors.${reason}`)) report(`'${reason}'`, `no message errors.${reason}`)
    }
  }
}

if (filesRead < 50) problems.push(`only ${filesRead} files were read`)
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.stdout.write(`messages: ${chinese.size} keys, ${filesRead} files, ${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
