import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export interface StaticFile {
  path: string
  type: string
  /** The name carries a hash of the content, so it may be kept for ever. */
  isHashed: boolean
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
/** The build puts this where a nonce belongs. */
export const NONCE_MARK = '__CSP_NONCE__'

/**
 * The files of the built page by their address. A request can only name what stands in this list, so no spelling of
 * `..` leads anywhere.
 */
export function listBuiltPage(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  let entries: ReturnType<typeof readEntries>
  try {
    entries = readEntries(folder)
  } catch {
    return files
  }
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)]
    if (!type) continue
    const { path } = entry
    const address = `/${relative(folder, path).split(sep).join('/')}`
    files.set(address, { path, type, isHashed: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(address) })
  }
  return files
}

/** Folder by folder: inside an installer's archive only plain reading of a folder is sure to work. */
function readEntries(folder: string): { name: string; path: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return readEntries(path)
    return entry.isFile() ? [{ name: entry.name, path }] : []
  })
}

/** Addresses of screens, which the page itself takes apart; everything else must be a file. */
export function isScreenPath(path: string): boolean {
  return path === '/index.html' || /^\/(?:[a-z][a-z0-9-]*\/?)*$/.test(path)
}

/** The start page with a nonce of this answer, or a sentence where the page was never built. */
export function startPage(files: Map<string, StaticFile>): { html: string; nonce: string } {
  const nonce = randomBytes(16).toString('base64')
  const file = files.get('/index.html')
  if (!file) return { html: '<!doctype html><meta charset="utf-8"><title>晨巡</title><p>npm run build</p>', nonce }
  return { html: readFileSync(file.path, 'utf8').replaceAll(NONCE_MARK, nonce), nonce }
}
