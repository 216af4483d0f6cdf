import type { Keychain } from '../../../service/ports.ts'

/** Of the sample outlet, whose people are invented: its vault is never locked. */
export const OPEN_KEYCHAIN: Keychain = {
  seal: async (text) => ({ backend: 'sample', sealed: text }),
  open: async (sealed) => ({ backend: 'sample', text: sealed }),
}
