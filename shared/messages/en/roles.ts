import type { Translated } from '../translated.ts'
import type { duties as chineseDuties, posts as chinesePosts, roles as chineseRoles } from '../zh-CN/roles.ts'

export const roles: Translated<typeof chineseRoles> = {
  'outlet-head': 'Outlet head',
  'ops-supervisor': 'Operations supervisor',
  'lobby-manager': 'Lobby manager',
  teller: 'Staff',
  'branch-lead': 'Branch lead',
  auditor: 'Auditor',
  operator: 'Operator of this PC',
  system: 'System',
}

export const posts: Translated<typeof chinesePosts> = {
  'outlet-head': 'Outlet head',
  'ops-supervisor': 'Operations supervisor',
  'lobby-manager': 'Lobby manager',
  teller: 'Teller',
  'wealth-manager': 'Wealth manager',
  'corporate-manager': 'Corporate account manager',
  'security-guard': 'Security guard',
  cleaner: 'Cleaner',
  'branch-inspector': 'Branch inspector',
  auditor: 'Auditor',
}

export const duties: Translated<typeof chineseDuties> = {
  'device-keeper': 'Device keeper',
  'safety-officer': 'Safety officer',
}
