import type { InputOf, OutputOf } from '../../shared/contract/index.ts'
import type { people } from '../../shared/contract/people.ts'
import { installStandardChecklist } from './checklists/index.ts'
import { type Call, prepared } from './handlers.ts'
import { planDays } from './patrols/index.ts'
import { createOutlet, createPerson, makeOneTimePin, type OneTimePin } from './people/index.ts'

export interface NewOutlet {
  code: string
  name: string
  isSample: boolean
}

/** An outlet with the shipped checklist and today's rounds; people come next. */
export function installOutlet(call: Call, { code, name, isSample }: NewOutlet) {
  const outlet = createOutlet(call, code, name, isSample)
  installStandardChecklist(call)
  planDays(call)
  return outlet
}

/** First start: refused once an outlet exists. */
export const setUpOutlet = prepared<
  InputOf<typeof people.setUpOutlet>,
  OutputOf<typeof people.setUpOutlet>,
  OneTimePin
>({
  prepare: makeOneTimePin,
  run(call, { code, name, headName }, { pin, hash }) {
    const outlet = installOutlet(call, { code, name, isSample: false })
    const head = createPerson(
      call,
      {
        name: headName,
        staffNo: null,
        post: 'outlet-head',
        duties: [],
        joinedOn: null,
        certificateValidTo: null,
        isActive: true,
      },
      hash,
    )
    return { outlet, head: { uid: head.uid, name: head.name, oneTimePin: pin } }
  },
})
