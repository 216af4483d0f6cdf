import type { Caller } from './roles.ts'

/** Fields of a colleague's record that not everybody at the counter needs, and who sees them of others. */
export const PERSONAL_FIELDS = ['staffNo', 'joinedOn', 'certificateValidTo'] as const
export type PersonalField = (typeof PERSONAL_FIELDS)[number]

/** Whoever plans people or answers for them, and whoever may read all of it in the audit anyway. */
const OF_OTHERS: readonly Caller[] = ['outlet-head', 'ops-supervisor', 'branch-lead', 'auditor', 'operator']

export const SEEN_BY: Readonly<Record<PersonalField, readonly Caller[]>> = {
  staffNo: OF_OTHERS,
  joinedOn: OF_OTHERS,
  certificateValidTo: OF_OTHERS,
}

/** The record as this caller may see it: hidden fields are null, the own record is whole. */
export function withoutHidden<P extends { uid: string } & Record<PersonalField, string | null>>(
  person: P,
  { role, staffUid }: { role: Caller | null; staffUid: string | null },
): P {
  if (person.uid === staffUid) return person
  const hidden = PERSONAL_FIELDS.filter((field) => role === null || !SEEN_BY[field].includes(role))
  return { ...person, ...Object.fromEntries(hidden.map((field) => [field, null])) }
}
