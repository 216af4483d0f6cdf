/** A task found outside a round, of the plainest kind; tests add its description. */
export const PLAIN_TASK = {
  source: 'self-report',
  severity: 'minor',
  zone: null,
  item: null,
  ownerUid: null,
  queue: 'lobby-manager',
} as const
