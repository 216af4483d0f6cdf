import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const OLDEST = [22, 14]
const RESTARTED = 'CHENXUN_RESTARTED'

/** True for a Node on which the database opens: an older one ends the process without a word. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = String(version).split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/**
 * Runs the work on a Node that can do it: this one, or the one that came with the packages, or none with one sentence.
 * `needsSources` asks for a Node that also runs the sources as they are.
 */
export function onGoodNode(work, needsSources) {
  const isGood = isNewEnough(process.versions.node) && (!needsSources || Boolean(process.features.typescript))
  if (isGood) return work()
  const bundled = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(bundled) && !process.env[RESTARTED]) return restart(bundled)
  process.stderr.write(
    `晨巡需要 Node.js ${OLDEST.join('.')} 或更新版本（现在是 ${process.versions.node}）。` +
      `Chenxun needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.\n`,
  )
  process.exit(3)
}

function restart(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { [RESTARTED]: '1' }),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', () => process.exit(3))
  child.on('exit', (code) => process.exit(code === null ? 3 : code))
}
