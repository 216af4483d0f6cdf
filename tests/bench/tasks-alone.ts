import { print } from './result.ts'
import { taskFigures } from './tasks.ts'

const results = await taskFigures()
print(results, process.argv.includes('--json'))
process.exit(results.every(({ ok }) => ok) ? 0 : 1)
