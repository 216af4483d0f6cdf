import { z } from 'zod'
import { command, Done, Nothing, query, Uid } from './procedure.ts'

const Passphrase = z.string().min(10, 'passphraseShort').max(200, 'tooLong')
/** What somebody typed; a wrong one of any length gets the same answer. */
const Secret = z.string().min(1, 'required').max(200, 'tooLong')

export const VAULT_STATES = ['none', 'locked', 'unlocked', 'missing'] as const

export const VaultStatus = z.object({
  /** `missing`: there was one, and neither its keys nor a copy of them are here. */
  state: z.enum(VAULT_STATES),
  /** What keeps the master key. */
  kinds: z.array(z.enum(['passphrase', 'recovery', 'keychain'])),
  /** Name of the system's keychain that holds it. */
  backend: z.string().nullable(),
  /** Without one a passphrase is needed. */
  hasKeychain: z.boolean(),
  /** Why the keychain did not unlock it. */
  refusal: z.string().nullable(),
  /** People who have a key. */
  people: z.int(),
  /** The copy of the keys at the second place of backups; null where there is no second place. */
  copyAtTarget: z.enum(['current', 'older', 'none', 'unreachable']).nullable(),
})
export type VaultStatus = z.infer<typeof VaultStatus>

/** Keeps personal notes sealed. */
export const vault = {
  status: query(['outlet-head'], Nothing, VaultStatus),
  /** Once. The recovery key is shown this one time. */
  setUp: command(
    ['outlet-head'],
    z.object({ passphrase: Passphrase.nullable() }),
    z.object({ recoveryKey: z.string() }),
  ),
  /** For as long as the console runs. */
  unlock: command(['outlet-head'], z.object({ passphrase: Secret.optional(), recoveryKey: Secret.optional() }), Done),
  changePassphrase: command(['outlet-head'], z.object({ passphrase: Passphrase }), Done),
  /** Destroys the person's key: their sealed notes can never be read again, in no backup either. */
  forget: command(['outlet-head'], z.object({ personUid: Uid }), z.object({ hadKey: z.boolean() })),
}
