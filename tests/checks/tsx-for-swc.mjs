import { createRequire } from 'node:module'

/** dependency-cruiser asks swc for TypeScript without JSX; a `.tsx` file needs it said. */
const swc = createRequire(import.meta.url)('@swc/core')
const parseFileSync = swc.parseFileSync
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
