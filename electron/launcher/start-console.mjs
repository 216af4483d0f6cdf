import { spawn } from 'node:child_process'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fetchElectron, findElectron } from './electron-program.mjs'
import { BuildFailedError, ensureBuilt } from './ensure-built.mjs'
import { findBrowser, hasScreen } from './find-browser.mjs'
import { ROOT } from './node-version.mjs'
import { openBrowser } from './open-browser.mjs'
import { readOptions, WrongUseError } from './options.mjs'
import { IS_PORTABLE, portableFolder } from './portable.mjs'
import { sentencesFor } from './sentences.mjs'

const say = sentencesFor()
const tell = (line) => process.stderr.write(`${line}\n`)
const FIRST_START = { opened: say.openedBrowser, printed: say.printed }

/** `npm start`. Exit codes: 0 ok, 2 wrong use, 3 failure. */
export async function startConsole(args) {
  try {
    const options = readOptions(args)
    await ensureBuilt(() => tell(say.building))
    const choice = await chooseShell(options.shell)
    if (choice.electron) return runElectron(choice, options)
    if (choice.impossible) {
      tell(say.electronImpossible(choice.why))
      process.exitCode = 3
      return
    }
    await runBrowserShell(choice, options)
  } catch (error) {
    tell(sentenceOf(error))
    process.exitCode = error instanceof WrongUseError ? 2 : 3
  }
}

async function chooseShell(wanted) {
  if (wanted === 'browser' || wanted === 'none') {
    const isAsked = wanted === 'none'
    return { browser: isAsked ? undefined : browserOfThisScreen(), why: say.electronAsked, isAsked }
  }
  if (IS_PORTABLE) return { browser: browserOfThisScreen(), why: say.portable }
  const electron = hasScreen() ? (findElectron() ?? (await fetchElectron(() => tell(say.fetching)))) : undefined
  if (electron) return { electron, why: wanted === 'electron' ? say.electronAsked : say.electronIsHere }
  const why = hasScreen() ? say.electronMissing : say.electronNoScreen
  return wanted === 'electron' ? { impossible: true, why } : { browser: browserOfThisScreen(), why }
}

function browserOfThisScreen() {
  return hasScreen() ? findBrowser() : undefined
}

function runElectron({ electron, why }, { data }) {
  tell(say.openedElectron(why))
  const child = spawn(electron, [ROOT, ...(data ? ['--data', data] : [])], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', () => process.exit(3))
  child.on('exit', (code) => process.exit(code ?? 3))
}

async function runBrowserShell(choice, { data, port }) {
  enableCompileCache()
  const { serve, FolderInUseError, prepareDataFolder, defaultDataFolder } = await import(
    pathToFileURL(join(ROOT, 'out', 'main', 'serve.js')).href
  )
  const isBeside = IS_PORTABLE && data === undefined
  const folder = isBeside ? portableFolder({ prepareDataFolder, defaultDataFolder }) : prepareDataFolder(data)
  try {
    const serving = await serve({ dataFolder: folder, port })
    const stop = stopWhenAsked(serving)
    stop.with(await present(choice, serving.url, folder))
    tell(`${say.folder(folder)}  ${say.stop}`)
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    await joinRunning(error, choice, folder)
  }
}

/** The second start on a folder gives the person the console that is already there. */
async function joinRunning({ holder, control }, choice, folder) {
  const url = holder?.shell === 'browser' ? await control.newLaunchUrl() : null
  if (url === null && !(holder?.shell === 'desktop' && (await control.show()))) {
    tell(say.busy(holder?.pid ?? '?'))
    process.exitCode = 3
    return
  }
  if (url === null) return tell(say.running(holder.pid))
  await present(choice, url, folder, {
    opened: (browser) => say.runningOpened(holder.pid, browser),
    printed: (why) => say.runningPrinted(holder.pid, why),
  })
}

/** Opens the window or prints the address; one line says which and why. */
async function present({ browser, why, isAsked }, url, folder, sentence = FIRST_START) {
  if (browser) {
    const { opened, removePage } = openBrowser(browser, url, folder)
    if (await opened) {
      tell(sentence.opened(browser, why))
      return removePage
    }
    removePage()
  }
  tell(sentence.printed(isAsked ? why : hasScreen() ? say.noBrowser : say.electronNoScreen))
  process.stdout.write(`${url}\n`)
  return () => {}
}

function stopWhenAsked(serving) {
  let cleanUp = () => {}
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    cleanUp()
    await serving.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop())
  return { with: (more) => (cleanUp = more) }
}

function sentenceOf(error) {
  if (error instanceof WrongUseError) return say.wrongUse(error.message)
  if (error instanceof BuildFailedError) return say.buildFailed
  return say.failed(error instanceof Error ? error.message : String(error))
}
