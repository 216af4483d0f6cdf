import { spawnSync } from 'node:child_process'

/** Programs of the system that some proofs need; where one is missing, its tests are skipped with this reason. */
export function missing(...programs: readonly string[]): string | undefined {
  const gone = programs.filter((program) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error)
  return gone.length > 0 ? `${gone.join(', ')} not installed` : undefined
}

/** Why a disk of its own size cannot be mounted here; undefined where it can. */
export function whyNoMount(): string | undefined {
  if (process.platform !== 'linux') return 'only on Linux'
  if (process.getuid?.() !== 0) return 'only root may mount'
  return missing('mount')
}
