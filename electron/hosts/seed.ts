import { parseArgs } from 'node:util'
import { fromWhereTheyStood } from './commands/command.ts'
import { prepareDataFolder } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { SEED_PIN, seedWorld } from './seed-world.ts'

const USAGE = 'seed --data DIR [--months 12] [--seed 7] [--until 2026-11-20T18:00:00+08:00] [--json]\n'
const PROGRESS_EVERY_DAYS = 10

/** Writes a believable outlet and its past months into an empty data folder. Returns the exit code. */
export async function runSeed(args: string[]): Promise<number> {
  const options = readOptions(args)
  if (!options) {
    process.stderr.write(USAGE)
    return 2
  }
  const { dataFolder, isJson, ...world } = options
  const lock = await lockFolder(dataFolder, 'command')
  try {
    const written = await seedWorld({ ...world, dataFolder, isSample: false, pin: SEED_PIN, onDay: showProgress })
    const { people, answers, rounds, tasks } = written
    const table = people.map(({ name, role, pin }) => `${name}\t${role}\t${pin}`).join('\n')
    const text = `${table}\n${rounds} rounds, ${answers} answers, ${tasks} tasks`
    process.stdout.write(`${isJson ? JSON.stringify(written) : text}\n`)
    return 0
  } finally {
    await lock.release()
  }
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        months: { type: 'string', default: '12' },
        seed: { type: 'string', default: '7' },
        until: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [months, seed] = [Number(values.months), Number(values.seed)]
    const until = values.until === undefined ? Date.now() : Date.parse(values.until)
    const isUsable = values.data && Number.isInteger(months) && months > 0 && Number.isInteger(seed) && until > 0
    if (!isUsable) return undefined
    return {
      dataFolder: prepareDataFolder(values.data && fromWhereTheyStood(values.data)),
      months,
      seed,
      until,
      isJson: values.json,
    }
  } catch {
    return undefined
  }
}

function showProgress(done: number, all: number): void {
  if (done % PROGRESS_EVERY_DAYS === 0 || done === all) process.stderr.write(`\r${done}/${all}`)
  if (done === all) process.stderr.write('\n')
}
