import type { Database } from 'better-sqlite3'
import type { DiskRoom } from '../../shared/domain/disk-room.ts'
import type { BackupJobs, BackupPlaces } from './backups/index.ts'
import type { DemonstrationJobs } from './demonstration/index.ts'
import type { FileJobs } from './imports/file-jobs.ts'

/** What a host must provide. The service reads no global: no clock, no randomness, no disk of its own. */
export interface Ports {
  clock: Clock
  /** Runs on evenly when somebody sets the machine's clock; for waits and idle times. */
  steady: Clock
  ids: Ids
  database: Database
  files: FileStore
  /** Spreadsheets are read here, so that a large one holds up nobody. */
  fileJobs: FileJobs
  /** Demonstration files are put together here, photos and all. */
  demonstration: DemonstrationJobs
  disk: Disk
  backups: BackupKeeper
  content: Content
  log: Log
  machine: Machine
  /** Signs people in. Costs are a port so that tests need not spend a second per PIN. */
  pinHash: PinHash
  /** Signs checkpoints of the audit chain; its key lies outside the database. */
  signer: Signer
  /** Seals personal notes. */
  vault: Vault
  program: Program
}

/** What runs, for people who help from afar. */
export interface Program {
  version: string
  /** Versions by name: `node`, `v8`, `openssl`, … and `electron` in the desktop window. */
  runtime: Readonly<Record<string, string>>
}

/** Copies of one workspace, made in a thread so that they hold up nobody. */
export interface BackupKeeper {
  jobs: BackupJobs
  places: BackupPlaces
  /** Where copies under examination may lie for a moment: on the disk of the records, never a share. */
  workshop: string
  /** Off for the sample outlet: nothing is copied by itself. */
  isOn: boolean
}

export interface Clock {
  /** UTC milliseconds; of a steady clock, milliseconds since some start of its own. */
  now(): number
}

export interface Ids {
  /** UUIDv7 of the given instant. */
  uid(at: number): string
  /** Uniformly random digits, for one-time PINs. */
  digits(count: number): string
  /** Uniformly random letters and figures of Crockford's alphabet, five bits each, for recovery sheets. */
  letters(count: number): string
}

/** Photos and files by content hash (lower-case hex SHA-256), outside the database. */
export interface FileStore {
  /** Durable before it returns. Storing the same bytes twice is one file. */
  put(bytes: Uint8Array): string
  get(hash: string): Uint8Array | undefined
  remove(hash: string): void
}

/** The disk that holds the database. */
export interface Disk {
  room(): DiskRoom
}

/** Shipped files under `resources/`. */
export interface Content {
  /** Parsed. */
  json(path: string): unknown
  bytes(path: string): Uint8Array
}

export interface Log {
  /** Returns the incident id that finds the stack again. */
  failure(error: unknown, where: string): string
  slow(path: string, milliseconds: number): void
  /** The newest lines as they were written, oldest first. */
  recent(): readonly string[]
}

/** Versions and sizes, for a diagnosis. */
export interface Machine {
  facts(): Record<string, string | number | null>
}

export interface PinHash {
  /** PHC-style string with its own parameters and salt. */
  hash(pin: string): Promise<string>
  verify(pin: string, stored: string): Promise<boolean>
  needsRehash(stored: string): boolean
}

export interface Signer {
  /** Ed25519 over exactly these bytes. */
  sign(bytes: Uint8Array): Uint8Array
  /** 32 bytes. */
  publicKey(): Uint8Array
}

/** Where a sealed field lies; it opens nowhere else. */
export interface VaultCell {
  table: string
  /** Uid or integer key of the row, as text. */
  row: string
  column: string
}

export type VaultSecret = 'passphrase' | 'recovery' | 'keychain'

/** A vault on its way: not in force before `setUp`. */
export interface NewVault {
  master: Uint8Array
  wraps: readonly unknown[]
  /** Shown once. */
  recoveryKey: string
}

/**
 * Seals single fields under a key per person. Everything a command needs is synchronous; what takes long is for its
 * `prepare`. A field whose person was forgotten can never be opened again, not even from a backup.
 */
export interface Vault {
  /** Resolves once the system's keychain has answered, if there is one. */
  awake: Promise<void>
  status(): {
    /** Null before it was set up. */
    id: string | null
    isLocked: boolean
    kinds: readonly VaultSecret[]
    /** Name of the keychain that holds the master key. */
    backend: string | null
    hasKeychain: boolean
    /** Why the keychain did not unlock it: a key under `errors.`. */
    refusal: string | null
    serial: number
    people: number
  }
  /** File name of the copy of the keys beside backups. */
  keyCopy: string
  /** After a restore on a new machine: takes the keys from beside the backups where there are none here. */
  takeCopy(): void
  /** Throws where the keychain is refused. */
  make(passphrase: string | null): Promise<NewVault>
  /** Throws where there is a vault. */
  setUp(made: NewVault): void
  /** False where the secret is wrong; then nothing changes. */
  unlock(secret: { passphrase?: string | undefined; recoveryKey?: string | undefined }): Promise<boolean>
  lock(): void
  /** The master key kept by another passphrase, and by the present keychain. */
  makeWraps(passphrase: string): Promise<readonly unknown[]>
  keepWraps(wraps: readonly unknown[]): void
  /** Makes the person's key where there is none yet. */
  seal(personUid: string, cell: VaultCell, text: string): string
  /** Makes the keys that are missing of these in one write: one by one each costs the disk its own. */
  provide(names: readonly string[]): void
  /** Throws `vaultForgotten`, `vaultDamaged`, `vaultLocked` or `vaultNotSetUp`. */
  open(personUid: string, cell: VaultCell, sealed: string): string
  /** Destroys the person's key and those of the person's periods. Needs no unlocking; false where there was none. */
  forget(personUid: string): boolean
  /**
   * Destroys the keys of periods, named `<personUid>/<what>/<day>`, of which it says so: what they sealed can be read in
   * no backup any more. Needs no unlocking.
   */
  forgetPeriods(isPast: (name: string) => boolean): void
  close(): void
}

/** The operating system's, on the desktop. Both throw an `AppError` where it is refused. */
export interface Keychain {
  /** Base64, and the name under which the system keeps secrets. */
  seal(text: string): Promise<{ backend: string; sealed: string }>
  open(sealed: string): Promise<{ backend: string; text: string | null }>
}
