import type { Client } from '../../../shared/contract/index.ts'

/** Parts of the standards, and the items of the shipped checklist that answer them. */
const ITEMS_OF_CLAUSE: Readonly<Record<string, readonly string[]>> = {
  'GB/T 32320-2015 服务环境': ['exterior.signage-clean', 'lobby.floor-dry', 'waiting.seats', 'restroom.clean'],
  'GB/T 32320-2015 服务功能': ['self-service.power-on', 'lobby.queue-machine', 'cash-counter.windows'],
  'GB/T 32320-2015 服务管理': ['lobby.comment-book', 'staff.uniform', 'staff.smile', 'staff.meeting-held'],
  'GB/T 32320-2015 消费者权益保护': ['public-info.fees', 'public-info.complaint-channels', 'service-counter.explain'],
  'GB/T 41218-2021 无障碍环境': ['exterior.ramp-clear', 'restroom.accessible-stall', 'exterior.weather-ready'],
}

/** As an outlet begins a demonstration file: a handful of items, mapped by whoever keeps the checklist. */
export async function mapSampleClauses(client: Client): Promise<void> {
  const { items } = await client.checklists.current({})
  for (const [clause, ids] of Object.entries(ITEMS_OF_CLAUSE)) {
    for (const id of ids) {
      const item = items.find((one) => one.id === id)
      if (!item) throw new Error(`The shipped checklist has no item ${id}`)
      const { id: _id, isOn: _isOn, isOwn: _isOwn, version, ...wording } = item
      await client.checklists.rewordItem({ id, wording: { ...wording, clauses: [clause] }, basedOn: version })
    }
  }
}
