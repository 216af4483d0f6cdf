import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const LINUX = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
  'browser',
  'uos-browser-stable',
  'qaxbrowser-safe-stable',
]

/** An installed browser of the Chromium family; `CHROME` names one by hand. */
export function findBrowser({ env = process.env, platform = process.platform, exists = existsSync } = {}) {
  return candidates(env, platform).find((path) => path && exists(path))
}

function candidates(env, platform) {
  if (env.CHROME) return [env.CHROME]
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return WINDOWS.flatMap((parts) => roots.map((root) => join(root, ...parts)))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return MAC.flatMap((name) => roots.map((root) => join(root, `${name}.app`, 'Contents', 'MacOS', name)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** A window needs a screen; over ssh and in containers there is none. */
export function hasScreen({ env = process.env, platform = process.platform } = {}) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.CHROME)
}
