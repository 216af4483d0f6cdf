import { isAbsolute, resolve } from 'node:path'

const SHELLS = ['auto', 'electron', 'browser', 'none']

export class WrongUseError extends Error {}

/** `npm start` runs in the root, so a relative folder is meant from where the person stood. */
function folderFrom(value) {
  return isAbsolute(value) ? value : resolve(process.env.INIT_CWD ?? process.cwd(), value)
}

export function readOptions(args) {
  const options = { data: undefined, shell: 'auto', port: 0, json: false }
  const rest = [...args]
  while (rest.length > 0) {
    const [name, inline] = splitOnce(rest.shift())
    if (name === '--json') {
      options.json = true
      continue
    }
    const value = inline ?? rest.shift()
    if (value === undefined || value === '') throw new WrongUseError(`${name}: ?`)
    if (name === '--data') options.data = folderFrom(value)
    else if (name === '--shell' && SHELLS.includes(value)) options.shell = value
    else if (name === '--port' && /^\d{1,5}$/.test(value) && Number(value) < 65_536) options.port = Number(value)
    else throw new WrongUseError(`${name} ${value}`)
  }
  return options
}

function splitOnce(text) {
  const at = text.indexOf('=')
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
