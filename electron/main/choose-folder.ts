import { isAbsolute } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron'

const LONGEST_PATH = 1000

/**
 * Where the dialog begins: a folder of this computer, or wherever the system likes. A path on another machine is not
 * even looked at, since looking signs in there.
 */
export function startOf(wish: unknown): string | undefined {
  if (typeof wish !== 'string' || wish.length > LONGEST_PATH || !isAbsolute(wish)) return undefined
  return /^[\\/]{2}/.test(wish) ? undefined : wish
}

/** The path of the folder the person chose; null where they closed the dialog. */
export async function chooseFolder(page: WebContents, startsAt: unknown): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(page)
  const defaultPath = startOf(startsAt)
  const question: OpenDialogOptions = {
    properties: ['openDirectory', 'createDirectory'],
    ...(defaultPath !== undefined && { defaultPath }),
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, question)
    : dialog.showOpenDialog(question))
  return canceled ? null : (filePaths[0] ?? null)
}
