import type { Client } from '../../shared/contract/index.ts'
import type { PatrolSheet } from '../../shared/contract/patrols.ts'

/** Uid of today's round of that name. */
export async function roundOf(client: Client, round: string): Promise<string> {
  const { patrols } = await client.patrols.day({})
  const patrol = patrols.find((one) => one.round === round && one.kind === 'round')
  if (!patrol) throw new Error(`no ${round} round today`)
  return patrol.uid
}

/** Everything not yet answered passes; readings lie in their middle. */
export async function passTheRest(client: Client, sheet: PatrolSheet) {
  const answered = new Set(sheet.answers.map(({ item }) => item))
  const answers = sheet.items
    .filter(({ id }) => !answered.has(id))
    .map(({ id }) => ({ item: id, value: 'pass' as const, basedOn: 0 }))
  return client.patrols.answer({ uid: sheet.patrol.uid, answers })
}
