import type { InputOf, OutputOf } from '../../shared/contract/index.ts'
import type { people } from '../../shared/contract/people.ts'
import { installStandardChecklist } from './checklists/index.ts'
import { type Call, prepared } from './handlers.ts'
import { planDays } from './patrols/index.ts'
import {
  createOutlet,
  createPerson,
  findStaffByUid,
  makeOneTimePin,
  makeRecoveryCode,
  OF_STAFF,
  type OneTimePin,
  type RecoveryCode,
  saveRecovery,
} from './people/index.ts'

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
  { oneTime: OneTimePin; sheet: RecoveryCode }
>({
  async prepare(call) {
    const [oneTime, sheet] = await Promise.all([makeOneTimePin(call), makeRecoveryCode(call)])
    return { oneTime, sheet }
  },
  run(call, { code, name, headName }, { oneTime: { pin, hash }, sheet }) {
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
        ...OF_STAFF,
      },
      hash,
    )
    saveRecovery(call, head, findStaffByUid(call.database, head.uid)?.id ?? 0, sheet)
    return { outlet, head: { uid: head.uid, name: head.name, oneTimePin: pin }, recoveryCode: sheet.code }
  },
})
