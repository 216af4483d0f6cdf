import type { KeychainAnswer, KeychainRequest } from '../hosts/utility-messages.ts'

/** What is used of Electron's `safeStorage`: its asynchronous half only. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<{ result: string }>
  /** Linux only. */
  getSelectedStorageBackend(): string
}

const NAMES: Partial<Record<NodeJS.Platform, string>> = { darwin: 'keychain', win32: 'dpapi' }
/** `basic_text` seals with a password that everybody knows. */
const NOT_A_KEYCHAIN = ['basic_text', 'unknown']

/** Seals or opens one secret, or says why this machine keeps none. The answer names who keeps it. */
export async function answerKeychain(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
  { id, act, text }: KeychainRequest,
): Promise<KeychainAnswer> {
  const refuse = (refusal: string): KeychainAnswer => ({ type: 'keychain', id, backend: '', text: '', refusal })
  const isAvailable = await safeStorage.isAsyncEncryptionAvailable().catch(() => false)
  if (!isAvailable) return refuse('vaultKeychainMissing')
  try {
    const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : (NAMES[platform] ?? platform)
    if (NOT_A_KEYCHAIN.includes(backend)) return refuse('vaultKeychainPlain')
    const answer =
      act === 'seal'
        ? (await safeStorage.encryptStringAsync(text)).toString('base64')
        : (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result
    return { type: 'keychain', id, backend, text: answer, refusal: null }
  } catch {
    return refuse('vaultKeychainChanged')
  }
}
