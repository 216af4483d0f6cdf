import { spawnSync } from 'node:child_process'

/** `nobody` of every Linux and macOS. */
const OTHER = { uid: 65_534, gid: 65_534 }

/** Why nothing can be run as another user of this machine; undefined where it can. */
export function whyNoOtherUser(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root may become another user'
  const { status } = spawnSync(process.execPath, ['-e', ''], { ...OTHER, cwd: '/' })
  return status === 0 ? undefined : 'Node lies where another user may not run it'
}

/** Runs JavaScript as another user of this machine and returns the JSON it prints. */
export function asOtherUser(code: string, input: unknown): unknown {
  const program = `const input = ${JSON.stringify(input)};(async () => {${code}})().then((said) => console.log(JSON.stringify(said)))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { ...OTHER, cwd: '/', encoding: 'utf8' })
  if (!stdout) throw new Error(stderr || 'the other user said nothing')
  return JSON.parse(stdout)
}
