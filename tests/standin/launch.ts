import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { resetStandIn, type StandIn } from './state.ts'

const ELECTRON = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href
let run = 0
let isHooked = false
/** Files of the main process are loaded anew for each run. */
let mainAddress = ''

const { importUntouched } = createRequire(import.meta.url)('./native-import.mjs') as {
  importUntouched(address: string): Promise<unknown>
}

export interface LaunchedDesktop {
  state: StandIn
  page(): Promise<Page>
  quit(): Promise<void>
}

/** Runs the built main process unchanged, with the stand-in in the place of `electron`. Each launch is a fresh main. */
export async function launchStandIn(
  browser: Browser,
  { outFolder, dataFolder, switches = [] }: { outFolder: string; dataFolder: string; switches?: readonly string[] },
): Promise<LaunchedDesktop> {
  const id = ++run
  mainAddress = pathToFileURL(join(outFolder, 'main')).href
  if (!isHooked) {
    isHooked = true
    registerHooks({
      resolve(specifier, context, next) {
        if (specifier === 'electron') return { url: `${ELECTRON}?run=${run}`, shortCircuit: true }
        const resolved = next(specifier, context)
        return resolved.url.startsWith(mainAddress) ? { ...resolved, url: `${resolved.url}?run=${run}` } : resolved
      },
    })
  }
  const state = resetStandIn(browser)
  const { app, powerMonitor } = (await importUntouched(`${ELECTRON}?run=${id}`)) as {
    app: StandIn['app'] & { quit(): void }
    powerMonitor: StandIn['powerMonitor']
  }
  Object.assign(state, { app, powerMonitor })
  const before = process.argv
  process.argv = [process.execPath, outFolder, '--data', dataFolder, ...switches]
  try {
    await importUntouched(`${pathToFileURL(join(outFolder, 'main', 'index.js')).href}?run=${id}`)
  } finally {
    process.argv = before
  }
  return {
    state,
    async page() {
      for (let waited = 0; waited < 15_000; waited += 50) {
        const page = state.windows[0]?.webContents.page
        if (page && state.windows[0]?.isShown) return page
        await wait(50)
      }
      throw new Error(`No window opened: ${state.happened.join(', ')}`)
    },
    async quit() {
      if (!state.happened.includes('quit')) app.quit()
      for (let waited = 0; !state.happened.includes('quit') && waited < 15_000; waited += 50) await wait(50)
    },
  }
}
