import { onGoodNode } from './node-version.mjs'

onGoodNode(async () => {
  const { runSeed } = await import('../hosts/seed.ts')
  process.exitCode = await runSeed(process.argv.slice(2))
}, true)
