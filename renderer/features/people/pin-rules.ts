import { isGuessablePin } from '../../../shared/domain/guessable-pin.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'

export interface PinDraft {
  oldPin: string
  newPin: string
  repeat: string
}

/** What is wrong with each field; empty when it may be sent. The service has the last word. */
export function pinProblems({ oldPin, newPin, repeat }: PinDraft): Partial<Record<keyof PinDraft, MessageKey>> {
  return {
    ...(oldPin === '' && { oldPin: 'errors.required' }),
    ...(!/^\d{6,32}$/.test(newPin) && { newPin: 'errors.pinFormat' }),
    ...(isGuessablePin(newPin) && { newPin: 'errors.pinGuessable' }),
    ...(newPin !== '' && newPin === oldPin && { newPin: 'people.changePin.same' }),
    ...(repeat !== newPin && { repeat: 'people.changePin.mismatch' }),
  }
}
