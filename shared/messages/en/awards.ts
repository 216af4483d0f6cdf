import type { Translated } from '../translated.ts'
import type { awards as chinese, awardErrors as chineseErrors } from '../zh-CN/awards.ts'

export const awards: Translated<typeof chinese> = {
  title: 'Recognition',
  listJoin: ', ',
  tabs: { rules: 'Rules' },
  cycle: {
    anytime: 'Any time',
    weekly: 'Weekly',
    monthly: 'Monthly',
    quarterly: 'Quarterly',
    semiannual: 'Half-yearly',
    annual: 'Yearly',
    campaign: 'By campaign',
  },
  level: { outlet: 'Outlet', 'sub-branch': 'Sub-branch', branch: 'Branch', 'head-office': 'Head office' },
  subject: { person: 'A person', team: 'A team', outlet: 'The outlet' },
  rules: {
    kinds: 'Awards',
    principles: 'Principles',
    cycle: 'Cycle',
    subject: 'For',
    quota: 'Quota',
    nominatedBy: 'Nominated by',
    approvedBy: 'Decided by',
    publicity: 'Publicity',
    noPublicity: 'None; can be granted once it is reviewed',
    publicityDays: '{{count}} days (calendar days)',
    prize: 'Reward',
    decidedOutside:
      'Decided above the outlet: the outlet nominates, reviews and publicises; the head enters the decision with its reference and date.',
    criteria: 'Criteria',
    criterion: 'Criterion',
    weight: 'Weight',
    evidence: 'Evidence comes from',
    gates: 'Vetoes',
    byData: 'checked against the records',
    byPerson: 'confirmed by a named person',
  },
}

export const awardErrors: Translated<typeof chineseErrors> = {
  awardKindGone: 'There is no such award',
}
