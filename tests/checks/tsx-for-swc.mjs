import { createRequire } from 'node:module'

/**
 * dependency-cruiser asks swc for TypeScript without JSX; a `.tsx` file needs it said. It also cannot tell
 * `import type` from `import`: with `VALUES_ONLY` set, imports of types are left out, since they are no cycle at run time.
 */
const swc = createRequire(import.meta.url)('@swc/core')
const parseFileSync = swc.parseFileSync
const isTypeOnly = ({ type, typeOnly }) => typeOnly && /^(Import|Export)/.test(type)

swc.parseFileSync = (file, options) => {
  const module = parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
  return process.env.VALUES_ONLY ? { ...module, body: module.body.filter((item) => !isTypeOnly(item)) } : module
}
