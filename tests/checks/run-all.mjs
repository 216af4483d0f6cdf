import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The whole proof, `npm test`: checks, build, unit and integration tests, browser tests. Ends with `N passed, N failed`. */
const results = mkdtempSync(join(tmpdir(), 'chenxun-results-'))
const total = { passed: 0, failed: 0, skipped: 0 }

for (const name of ['check:format', 'check:types', 'check:boundaries', 'check:sizes', 'check:messages', 'check:lock']) {
  await stage(name, ['npm', ['run', '-s', name]])
}
await stage('build', ['npm', ['run', '-s', 'build']])
await tests('vitest', join(results, 'vitest.json'), (file) => [
  'npx',
  ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
])
await tests('browser', join(results, 'browser.json'), (file) => ['npm', ['run', '-s', 'e2e', '--', '--json', file]])
rmSync(results, { recursive: true, force: true })

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 ? 1 : 0)

/** A stage without tests of its own counts as one. */
async function stage(name, [command, args]) {
  const startedAt = performance.now()
  const code = await run(command, args)
  total[code === 0 ? 'passed' : 'failed']++
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds(startedAt)}`)
}

async function tests(name, file, commandFor) {
  const startedAt = performance.now()
  const [command, args] = commandFor(file)
  const code = await run(command, args)
  const counts = readCounts(file)
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  for (const key of Object.keys(total)) total[key] += counts[key]
  console.log(
    `${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${counts.passed} passed, ${counts.failed} failed ${seconds(startedAt)}`,
  )
  for (const reason of counts.reasons) console.log(`skipped: ${reason}`)
}

function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return report.stats ? playwrightCounts(report) : vitestCounts(report)
  } catch {
    return { passed: 0, failed: 1, skipped: 0, reasons: [] }
  }
}

function vitestCounts({ numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, testResults }) {
  const pending = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'pending'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests || numFailedTestSuites,
    skipped: numPendingTests,
    reasons: pending.map(({ fullName }) => fullName),
  }
}

function playwrightCounts({ stats, suites }) {
  const reasons = []
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const { status, annotations } of spec.tests) {
        if (status === 'skipped')
          reasons.push(`${spec.title}: ${annotations.map(({ description }) => description).join(' ')}`)
      }
    }
    for (const child of suite.suites ?? []) visit(child)
  }
  for (const suite of suites) visit(suite)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, reasons }
}

function run(command, args) {
  return new Promise((resolve) => {
    spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1' },
    })
      .on('error', () => resolve(1))
      .on('exit', (code) => resolve(code ?? 1))
  })
}

function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
