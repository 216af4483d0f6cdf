import { onGoodNode } from './node-version.mjs'

onGoodNode(() => import('./start-console.mjs').then(({ startConsole }) => startConsole(process.argv.slice(2))))
