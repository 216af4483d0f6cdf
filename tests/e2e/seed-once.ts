import { mkdirSync, rmSync } from 'node:fs'
import { prepareDataFolder } from '../../electron/hosts/data-folder.ts'
import { seedWorld } from '../../electron/hosts/seed-world.ts'
import { SEEDED_FOLDER, SEEDED_UNTIL } from './seeded.ts'

/** Two months of a believable outlet, written once and copied for each test. */
export default async function seedOnce(): Promise<void> {
  rmSync(SEEDED_FOLDER, { recursive: true, force: true })
  mkdirSync(SEEDED_FOLDER, { recursive: true })
  await seedWorld({
    dataFolder: prepareDataFolder(SEEDED_FOLDER),
    months: 2,
    seed: 7,
    until: Date.parse(SEEDED_UNTIL),
    isSample: false,
  })
}
