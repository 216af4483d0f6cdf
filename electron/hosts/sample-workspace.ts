import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceFiles } from './create-ports.ts'
import { seedWorld } from './seed-world.ts'

const SAMPLE_MONTHS = 2
const SAMPLE_SEED = 7
/** Said on the sign-in screen of the sample. */
export const SAMPLE_PIN = '246810'

/** Writes the sample outlet beside the own one, whole or not at all: in a folder of its own, then moved in place. */
export async function prepareSample(
  dataFolder: string,
  now: number,
  onDay: (done: number, of: number) => Promise<void>,
): Promise<void> {
  const target = workspaceFiles(dataFolder, 'sample')
  if (existsSync(target.database)) return
  const workshop = mkdtempSync(join(dataFolder, 'sample-'))
  try {
    await seedWorld({
      dataFolder: workshop,
      months: SAMPLE_MONTHS,
      seed: SAMPLE_SEED,
      until: now,
      isSample: true,
      workspace: 'sample',
      pin: SAMPLE_PIN,
      onDay,
    })
    const made = workspaceFiles(workshop, 'sample')
    rmSync(target.files, { recursive: true, force: true })
    if (existsSync(made.files)) renameSync(made.files, target.files)
    renameSync(made.database, target.database)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}
