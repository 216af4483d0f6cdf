import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { VaultStatus, vault } from '../../../shared/contract/vault.ts'
import { typedLetters } from '../../../shared/domain/typed-letters.ts'
import { AppError } from '../../../shared/errors.ts'
import { keysAtTarget, passOnKeys } from '../backups/index.ts'
import { type Call, type HandlersOf, prepared } from '../handlers.ts'
import { grouped } from '../people/index.ts'
import type { NewVault } from '../ports.ts'
import { readSetting, writeSetting } from '../settings/index.ts'

/** Remembered among the records, so that a vault whose keys are gone is never taken for none. */
const VAULT = 'vault.id'
/** A keychain may ask its person first; the page says how it stands meanwhile. */
const LONGEST_WAIT_MS = 2_000

export const vaultHandlers: HandlersOf<'vault'> = {
  async status(call) {
    const { vault: port } = call.ports
    await Promise.race([port.awake, pause(LONGEST_WAIT_MS, undefined, { ref: false })])
    const { kinds, backend, hasKeychain, refusal, people, serial } = port.status()
    const state = stateOf(call)
    const copyAtTarget = state === 'none' ? null : await keysAtTarget(call, serial)
    return { state, kinds: [...kinds], backend, hasKeychain, refusal, people, copyAtTarget }
  },

  setUp: prepared<InputOf<typeof vault.setUp>, OutputOf<typeof vault.setUp>, NewVault>({
    async prepare(call, { passphrase }) {
      const port = call.ports.vault
      if (passphrase === null && !port.status().hasKeychain) {
        throw new AppError('invalid-input', 'invalidInput', { fields: { passphrase: 'required' } })
      }
      refuseSecond(call)
      return port.make(passphrase)
    },
    run(call, _input, made) {
      refuseSecond(call)
      call.ports.vault.setUp(made)
      const { id } = call.ports.vault.status()
      writeSetting(call.database, VAULT, id)
      call.changed({ record: 'vault', uid: id ?? 'outlet', before: null, after: { isSetUp: true } })
      passOnKeys(call)
      return { recoveryKey: grouped(made.recoveryKey) }
    },
  }),

  unlock: prepared<InputOf<typeof vault.unlock>, { done: true }, boolean>({
    prepare(call, { passphrase, recoveryKey }) {
      const letters = recoveryKey === undefined ? undefined : typedLetters(recoveryKey)
      return call.ports.vault.unlock({ passphrase, recoveryKey: letters })
    },
    run(call, { recoveryKey }, isRight) {
      if (!isRight) {
        call.seats.missPin(call.seat)
        throw new AppError('not-allowed-now', recoveryKey === undefined ? 'vaultWrongPassphrase' : 'vaultWrongRecovery')
      }
      const { id } = call.ports.vault.status()
      if (id !== null) writeSetting(call.database, VAULT, id)
      call.changed({ record: 'vault', uid: id ?? 'outlet', before: null, after: { isUnlocked: true } })
      return { done: true as const }
    },
  }),

  changePassphrase: prepared<InputOf<typeof vault.changePassphrase>, { done: true }, readonly unknown[]>({
    prepare: ({ ports }, { passphrase }) => ports.vault.makeWraps(passphrase),
    run(call, _input, wraps) {
      call.ports.vault.keepWraps(wraps)
      call.changed({
        record: 'vault',
        uid: call.ports.vault.status().id ?? 'outlet',
        before: null,
        after: { changed: true },
      })
      passOnKeys(call)
      return { done: true as const }
    },
  }),

  /** The key goes before the commit: a record that says so must be true, and asking twice does no harm. */
  forget(call, { personUid }) {
    const hadKey = call.ports.vault.forget(personUid)
    call.changed({ record: 'vault-key', uid: personUid, before: null, after: { isDestroyed: true } })
    passOnKeys(call)
    return { hadKey }
  },
}

function stateOf({ ports, database }: Pick<Call, 'ports' | 'database'>): VaultStatus['state'] {
  const { id, isLocked, people } = ports.vault.status()
  const remembered = readSetting(database, VAULT, z.string().nullable().default(null))
  if (id === null) return remembered === null ? 'none' : 'missing'
  // A set-up that never came to its end: it holds nothing, and nobody saw its recovery key.
  if (remembered === null && people === 0) return 'none'
  return isLocked ? 'locked' : 'unlocked'
}

function refuseSecond(call: Pick<Call, 'ports' | 'database'>): void {
  const state = stateOf(call)
  if (state === 'missing') throw new AppError('conflict', 'vaultMissing')
  if (state !== 'none') throw new AppError('conflict', 'vaultExists')
}
