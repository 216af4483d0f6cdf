import type { Translated } from '../translated.ts'
import type { complaintClocks as chinese } from '../zh-CN/complaintClocks.ts'

export const complaintClocks: Translated<typeof chinese> = {
  title: 'Complaint dates',
  received: 'Received',
  receivedHelp: 'Now where nothing is chosen; every date of the complaint counts from here',
  next: 'Next',
  steps: { acknowledge: 'Acknowledge', decide: 'Decide and tell the customer' },
  until: '{{step}} by {{time}}',
  untilDay: '{{step}} on {{time}} at the latest',
  overdue: '{{step}}: was due {{time}}',
  acknowledge: 'Acknowledge',
  acknowledged: 'Acknowledged by',
  by: '{{name}} {{time}}',
  term: 'Term',
  terms: {
    decision: 'Fifteen days (clear facts)',
    complex: 'Thirty days (complex)',
    special: 'Sixty days (exceptional, approved)',
  },
  extend: 'Extend the term',
  reason: 'Reason (told to the customer as well)',
  approval: 'Approval (who and when)',
  decide: 'Decide',
  upheld: 'Upheld',
  notUpheld: 'Not upheld',
  outcome: 'Outcome',
  decision: 'Decision',
  save: 'Save',
  todayTitle: 'Complaints past their date',
}
