import { z } from 'zod'
import { DutyId, PostId } from '../../../shared/contract/people.ts'
import type { Ports } from '../ports.ts'

/** `resources/samples`: an invented outlet and its invented staff. */
const SampleOutlet = z.object({ outlet: z.object({ code: z.string(), zh: z.string() }) })
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
