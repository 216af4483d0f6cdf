import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onGoodNode, ROOT } from './node-version.mjs'
import { IS_PORTABLE } from './portable.mjs'

/** The sources, or what was built from them in the zip program. */
function hostScript(name) {
  return import(
    IS_PORTABLE
      ? pathToFileURL(join(ROOT, 'out', 'main', `${name}.js`)).href
      : new URL(`../hosts/${name}.ts`, import.meta.url).href
  )
}

/** `serve` is a host of its own; every other word belongs to the command line. */
async function run([command, ...rest]) {
  if (command === 'serve') {
    const { runServe } = await hostScript('serve-command')
    return runServe(rest)
  }
  const { run: runCommand } = await hostScript('cli')
  return runCommand([command, ...rest].filter((word) => word !== undefined))
}

onGoodNode(
  () =>
    run(process.argv.slice(2)).then((code) => {
      process.exitCode = code
    }),
  !IS_PORTABLE,
)
