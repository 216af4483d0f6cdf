import { z } from 'zod'
import { type DeviceFields, DeviceKind } from '../../../shared/contract/devices.ts'
import { DutyId, PostId } from '../../../shared/contract/people.ts'
import type { Ports } from '../ports.ts'

const DAY_HOURS = 24

/** `resources/samples`: an invented outlet and its invented staff. */
const SampleOutlet = z.object({
  outlet: z.object({
    code: z.string(),
    zh: z.string(),
    devices: z.array(
      z.object({
        id: z.string(),
        zh: z.string(),
        kind: DeviceKind,
        zone: z.string(),
        due_hours_per_day: z.number(),
        vendor_zh: z.string(),
        phone: z.string(),
        installed: z.iso.date(),
      }),
    ),
  }),
})
const SampleStaff = z.object({
  staff: z.array(
    z.object({
      name: z.string(),
      post: PostId,
      joined: z.iso.date(),
      duties: z.array(DutyId),
      certificates: z.array(z.object({ valid_to: z.iso.date() })),
    }),
  ),
})

export function readSampleOutlet(content: Ports['content']) {
  const { outlet } = SampleOutlet.parse(content.json('samples/outlet.json'))
  return {
    code: outlet.code,
    name: outlet.zh,
    devices: outlet.devices.map(
      ({ id, zh, kind, zone, due_hours_per_day, vendor_zh, phone, installed }): DeviceFields => ({
        kind,
        name: zh,
        number: id.toUpperCase(),
        zone,
        vendor: vendor_zh,
        phone,
        installedOn: installed,
        switchedOffOn: null,
        hours: due_hours_per_day === DAY_HOURS ? { open: '00:00', close: '24:00', onClosedDays: true } : null,
      }),
    ),
    staff: SampleStaff.parse(content.json('samples/staff.json')).staff.map((person) => ({
      name: person.name,
      post: person.post,
      duties: person.duties,
      joinedOn: person.joined,
      certificateValidTo: person.certificates[0]?.valid_to ?? null,
      staffNo: null,
    })),
  }
}
