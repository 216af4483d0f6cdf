import { AppError } from '../../shared/errors.ts'
import type { Keychain } from '../service/ports.ts'
import type { KeychainAnswer, KeychainRequest } from './utility-messages.ts'

export interface DesktopKeychain extends Keychain {
  /** An answer of the desktop shell to one of the questions. */
  hear(answer: KeychainAnswer): void
}

/** The system's keychain, which only the desktop shell's main process can reach. */
export function createDesktopKeychain(ask: (request: KeychainRequest) => void): DesktopKeychain {
  const waiting = new Map<number, (answer: KeychainAnswer) => void>()
  let ids = 0

  async function question(act: KeychainRequest['act'], text: string): Promise<{ backend: string; text: string }> {
    const id = ++ids
    const answered = new Promise<KeychainAnswer>((resolve) => waiting.set(id, resolve))
    ask({ type: 'keychain', id, act, text })
    const answer = await answered
    if (answer.refusal !== null) throw new AppError('not-allowed-now', answer.refusal)
    return answer
  }

  return {
    async seal(text) {
      const answer = await question('seal', text)
      return { backend: answer.backend, sealed: answer.text }
    },
    open: (sealed) => question('open', sealed),
    hear(answer) {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    },
  }
}
