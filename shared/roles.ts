/** Six roles carry rights; posts map to one, duties add tasks and zones. */
export const ROLES = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller', 'branch-lead', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** The operating-system user who owns the data folder, acting through the command line or at first start. */
export const OPERATOR = 'operator'
/** The console itself, by rule: planned rounds, missed rounds, look-back dates. */
export const SYSTEM = 'system'
export type Caller = Role | typeof OPERATOR | typeof SYSTEM

export const POSTS = [
  'outlet-head',
  'ops-supervisor',
  'lobby-manager',
  'teller',
  'wealth-manager',
  'corporate-manager',
  'security-guard',
  'cleaner',
] as const
export type Post = (typeof POSTS)[number]

/** People who come to look: they sign in like others and are never staff. */
export const VISITOR_POSTS = ['branch-inspector', 'auditor'] as const
export type VisitorPost = (typeof VISITOR_POSTS)[number]

export type AnyPost = Post | VisitorPost
export const ALL_POSTS = [...POSTS, ...VISITOR_POSTS] as const

export function isVisitorPost(post: AnyPost): post is VisitorPost {
  return (VISITOR_POSTS as readonly string[]).includes(post)
}

export const DUTIES = ['device-keeper', 'safety-officer'] as const
export type Duty = (typeof DUTIES)[number]

export const ROLE_OF_POST: Record<AnyPost, Role> = {
  'outlet-head': 'outlet-head',
  'ops-supervisor': 'ops-supervisor',
  'lobby-manager': 'lobby-manager',
  teller: 'teller',
  'wealth-manager': 'teller',
  'corporate-manager': 'teller',
  'security-guard': 'teller',
  cleaner: 'teller',
  'branch-inspector': 'branch-lead',
  auditor: 'auditor',
}
