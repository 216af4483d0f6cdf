import type { Translated } from '../translated.ts'
import type { vault as chinese } from '../zh-CN/vault.ts'

export const vault: Translated<typeof chinese> = {
  title: 'Vault',
  lead: 'Records about persons are sealed, with one key for each person. Only you know the passphrase; no backup holds a key.',
  state: 'State',
  states: { none: 'Not set up', locked: 'Locked', unlocked: 'Unlocked', missing: 'Keys missing' },
  keptBy: 'Opened by',
  kinds: { passphrase: 'Passphrase', recovery: 'Recovery key', keychain: 'System keychain' },
  people: 'People with a key',
  copy: 'Copy of the keys elsewhere',
  copies: {
    current: 'Up to date',
    older: 'Older; the next backup to the second place replaces it',
    none: 'None yet; the next backup brings it',
    unreachable: 'The second place cannot be reached now',
    noTarget: 'No second place: if the disk of this PC fails, what is sealed cannot be read. Choose one under Backups',
  },
  passphrase: 'Passphrase',
  passphraseHelp: 'At least 10 characters, a sentence is fine. Needed once after each start.',
  passphraseOptional: 'The system keychain unlocks by itself; a passphrase also opens it on another PC.',
  repeat: 'Passphrase again',
  different: 'The two are not the same',
  setUp: 'Set up the vault',
  changePassphrase: 'Change the passphrase',
  unlock: 'Unlock',
  unlocked: 'The vault is unlocked until the console is closed',
  unlockHelp: 'Stays unlocked until the console is closed. The fifth wrong one in a row signs you out.',
  recoveryKey: 'Recovery key',
  byRecovery: 'Forgotten: use the recovery key',
  byPassphrase: 'Use the passphrase',
  recoveryTitle: 'Recovery key of the vault',
  recoveryText:
    'Opens the vault when the passphrase is forgotten or the PC is another. Print it, seal it, put it into the safe; it is not shown again.',
  forgetTitle: 'Destroy the key of a person',
  forgetText:
    'When somebody leaves or asks for it. Afterwards what is sealed about them can be read neither here nor in any earlier backup.',
  forgetWhom: 'Choose a colleague',
  forget: 'Destroy the key',
  forgetAsk: 'Destroy the key of {{name}}?',
  forgetWarning:
    'This cannot be undone. What is sealed about them can never be read again, in earlier backups either; a second place that is not connected follows with its next backup.',
  forgotten: 'The key of {{name}} is destroyed',
  nothingToForget: 'Nothing is sealed about {{name}}',
}
