import { z } from 'zod'
import { isGuessablePin } from '../domain/guessable-pin.ts'
import { ALL_POSTS, DUTIES, POSTS, ROLES, VISITOR_POSTS } from '../roles.ts'
import { command, Day, Done, Instant, LEADS, Nothing, openBeforeOwnPin, query, READERS, Uid } from './procedure.ts'

/** Of somebody who works here. */
export const PostId = z.enum(POSTS)
export const VisitorPostId = z.enum(VISITOR_POSTS)
/** Of anybody who signs in. */
export const AnyPostId = z.enum(ALL_POSTS)
export const DutyId = z.enum(DUTIES)
export const RoleId = z.enum(ROLES)
/** Six digits or more; a bank's policy may ask for longer. */
export const Pin = z.string().regex(/^\d{6,32}$/, 'pinFormat')
/** Chosen by a person. */
export const NewPin = Pin.refine((pin) => !isGuessablePin(pin), 'pinGuessable')
const OutletCode = z.string().trim().min(1, 'required').max(30, 'tooLong')
const OutletName = z.string().trim().min(1, 'required').max(60, 'tooLong')
const PersonName = z.string().trim().min(1, 'required').max(40, 'tooLong')

export const Outlet = z.object({
  uid: Uid,
  code: z.string(),
  name: z.string(),
  isSample: z.boolean(),
})
export type Outlet = z.infer<typeof Outlet>

export const Person = z.object({
  uid: Uid,
  name: z.string(),
  /** Full reading and initials, for search: `linyuan lya`. */
  pinyin: z.string(),
  staffNo: z.string().nullable(),
  post: AnyPostId,
  role: RoleId,
  duties: z.array(DutyId),
  joinedOn: Day.nullable(),
  certificateValidTo: Day.nullable(),
  /** Of visitors: where they come from, and the last day on which they may sign in. */
  unit: z.string().nullable(),
  validUntil: Day.nullable(),
  isActive: z.boolean(),
  hasPin: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** What the sign-in screen may know before anybody has signed in. */
export const SignInChoice = z.object({ uid: Uid, name: z.string(), pinyin: z.string(), post: AnyPostId })

export const Session = z.object({
  outlet: Outlet.nullable(),
  person: Person.nullable(),
  /** The person signed in with a one-time PIN and must choose an own one. */
  mustChangePin: z.boolean(),
  /** Local business day and instant of the service, zone name. */
  today: Day,
  now: Instant,
  zone: z.string(),
  /** The page locks itself after so many minutes without a key or a click. */
  lockAfterMinutes: z.int(),
})
export type Session = z.infer<typeof Session>

export const SignInResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed-in'), session: Session }),
  /** Unknown person and wrong PIN answer alike. `retryAt` is set while waiting is imposed. */
  z.object({ outcome: z.literal('refused'), triesLeft: z.int(), retryAt: Instant.nullable() }),
])

/** One-time PIN of a head, shown once. */
const HeadPin = z.object({ uid: Uid, name: z.string(), oneTimePin: z.string() })

export const RecoveryResult = z.discriminatedUnion('outcome', [
  /** The sheet that was used is worth nothing any more; this is the next one. */
  z.object({ outcome: z.literal('recovered'), head: HeadPin, recoveryCode: z.string() }),
  z.object({ outcome: z.literal('refused'), retryAt: Instant.nullable() }),
])

const PersonFields = {
  name: PersonName,
  staffNo: z.string().trim().max(30, 'tooLong').nullable(),
  post: PostId,
  duties: z.array(DutyId),
  joinedOn: Day.nullable(),
  certificateValidTo: Day.nullable(),
}

const VisitorFields = {
  name: PersonName,
  post: VisitorPostId,
  unit: z.string().trim().max(60, 'tooLong').nullable(),
  validUntil: Day.nullable(),
}
const AddedPerson = z.object({ person: Person, oneTimePin: z.string() })

export const people = {
  session: query('public', Nothing, Session),
  signInChoices: query('public', Nothing, z.array(SignInChoice)),
  signIn: command('public', z.object({ personUid: Uid, pin: z.string().max(64) }), SignInResult),
  signOut: openBeforeOwnPin(command([...READERS], Nothing, Done)),
  /** Somebody is still at the seat, though nothing was asked of the service. */
  stay: openBeforeOwnPin(query([...READERS], Nothing, Done)),
  /** The staff. Staff number and dates of others are null for those who do not need them. */
  list: query([...READERS], z.object({ includeInactive: z.boolean().default(false) }), z.array(Person)),
  /** Everybody who ever came to look. */
  visitors: query([...READERS], Nothing, z.array(Person)),
  add: command(['outlet-head', 'operator'], z.object(PersonFields), AddedPerson),
  update: command(['outlet-head', 'operator'], z.object({ uid: Uid, ...PersonFields, isActive: z.boolean() }), Person),
  addVisitor: command(['outlet-head', 'operator'], z.object(VisitorFields), AddedPerson),
  updateVisitor: command(
    ['outlet-head', 'operator'],
    z.object({ uid: Uid, ...VisitorFields, isActive: z.boolean() }),
    Person,
  ),
  /** Gives a new one-time PIN; the person chooses an own one at the next sign-in. */
  resetPin: command(['outlet-head', 'operator'], z.object({ uid: Uid }), z.object({ oneTimePin: z.string() })),
  changePin: openBeforeOwnPin(
    command([...LEADS, 'teller', 'branch-lead', 'auditor'], z.object({ oldPin: z.string(), newPin: NewPin }), Done),
  ),
  /** An outlet without people; the command line and the sample fill it next. Refused once an outlet exists. */
  installOutlet: command(
    ['operator'],
    z.object({ code: OutletCode, name: OutletName, isSample: z.boolean().default(false) }),
    Outlet,
  ),
  /** First start only: refused once an outlet exists. */
  setUpOutlet: command(
    'public',
    z.object({
      code: OutletCode,
      name: OutletName,
      headName: PersonName,
    }),
    z.object({ outlet: Outlet, head: HeadPin, recoveryCode: z.string() }),
  ),
  /** The code of the recovery sheet gives the head a one-time PIN. */
  recover: command('public', z.object({ code: z.string().max(100) }), RecoveryResult),
  reissueRecovery: command(
    ['outlet-head'],
    z.object({ pin: z.string().max(64) }),
    z.object({ recoveryCode: z.string() }),
  ),
  endWaits: command(['system'], Nothing, Done, 'journal'),
}
