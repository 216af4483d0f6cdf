import { parseArgs } from 'node:util'
import { fromWhereTheyStood } from './commands/command.ts'
import { UnusableDataFolderError } from './data-folder.ts'
import { FolderInUseError } from './folder-lock.ts'
import { serve } from './serve.ts'

/** `serve --data DIR [--port 0] [--json]`: prints the address on stdout and stays until a signal. Returns the exit code. */
export async function runServe(args: string[]): Promise<number> {
  const options = readOptions(args)
  if (!options) {
    process.stderr.write('serve --data DIR [--port 0] [--json]\n')
    return 2
  }
  const { dataFolder, port, isJson } = options
  const print = (url: string) => process.stdout.write(`${isJson ? JSON.stringify({ url }) : url}\n`)
  try {
    const serving = await serve({ ...(dataFolder === undefined ? {} : { dataFolder }), port })
    print(serving.url)
    await stopSignal()
    await serving.close()
    return 0
  } catch (error) {
    if (error instanceof FolderInUseError || error instanceof UnusableDataFolderError) {
      process.stderr.write(`${error.message}\n`)
      return 3
    }
    throw error
  }
}

function readOptions(args: string[]): { dataFolder: string | undefined; port: number; isJson: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: { data: { type: 'string' }, port: { type: 'string' }, json: { type: 'boolean' } },
    })
    const port = Number(values.port ?? 0)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    return { dataFolder: values.data && fromWhereTheyStood(values.data), port, isJson: values.json ?? false }
  } catch {
    return undefined
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
