import { readFileSync } from 'node:fs'
import { sourceFiles } from './source-files.mjs'

const LIMITS = [
  { of: 'test', matches: (file) => /\.(test|e2e)(-d)?\.tsx?$/.test(file), lines: 500 },
  { of: 'contract', matches: (file) => file.startsWith('shared/contract/'), lines: 250 },
  { of: 'component', matches: (file) => file.endsWith('.tsx'), lines: 300 },
  { of: 'source', matches: (file) => /\.(ts|mjs|cjs)$/.test(file), lines: 400 },
]
/** Files that may be longer, each with the reason. */
const EXCEPTIONS = new Map()

const tooLong = sourceFiles(['shared', 'electron', 'renderer', 'tests']).flatMap((file) => {
  const limit = LIMITS.find(({ matches }) => matches(file))
  if (!limit || EXCEPTIONS.has(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').length
  return lines > limit.lines ? [`${file}: ${lines} lines, a ${limit.of} file has at most ${limit.lines}`] : []
})
for (const line of tooLong) console.error(line)
if (tooLong.length > 0) process.exit(1)
