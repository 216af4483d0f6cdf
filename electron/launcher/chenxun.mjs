import { onGoodNode } from './node-version.mjs'

/** `serve` is a host of its own; every other word belongs to the command line. */
async function run([command, ...rest]) {
  if (command === 'serve') {
    const { runServe } = await import('../hosts/serve-command.ts')
    return runServe(rest)
  }
  const { run: runCommand } = await import('../hosts/cli.ts')
  return runCommand([command, ...rest].filter((word) => word !== undefined))
}

onGoodNode(
  () =>
    run(process.argv.slice(2)).then((code) => {
      process.exitCode = code
    }),
  true,
)
