import { basename } from 'node:path'
import type { Client } from '../../../shared/contract/index.ts'
import { type Answer, type CommandOptions, fileNamed, UsageError } from './command.ts'

const HEAD_WITHOUT_ROSTER = '网点负责人'

/** A new outlet, its people from a roster, and a one-time PIN for its head. */
export async function init(client: Client, options: CommandOptions): Promise<Answer> {
  const { 'outlet-code': code, 'outlet-name': name, roster } = options
  if (!code || !name) throw new UsageError('--outlet-code, --outlet-name')
  const file = roster === undefined ? undefined : await fileNamed(roster)
  const outlet = await client.people.installOutlet({ code, name })
  if (file && roster) {
    await client.imports.confirmFile({ kind: 'roster', file, fileName: basename(roster) })
  }
  const head = await headOf(client)
  const people = await client.people.list({})
  return {
    answer: { outlet, people: people.length, head },
    text: `${outlet.code} ${outlet.name}\n${people.length}\n${head.name} ${head.oneTimePin}`,
  }
}

async function headOf(client: Client): Promise<{ name: string; oneTimePin: string }> {
  const people = await client.people.list({})
  const head = people.find(({ post }) => post === 'outlet-head')
  if (head) return { name: head.name, ...(await client.people.resetPin({ uid: head.uid })) }
  const { person, oneTimePin } = await client.people.add({
    name: HEAD_WITHOUT_ROSTER,
    staffNo: null,
    post: 'outlet-head',
    duties: [],
    joinedOn: null,
    certificateValidTo: null,
  })
  return { name: person.name, oneTimePin }
}
