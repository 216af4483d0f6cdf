import type { Translated } from '../translated.ts'
import type {
  praises as chinese,
  praiseErrors as chineseErrors,
  praiseProcedures as chineseProcedures,
} from '../zh-CN/praises.ts'

export const praises: Translated<typeof chinese> = {
  add: 'Enter customer praise',
  added: 'Entered; it is read out in the next morning meeting',
  whole: 'The whole outlet',
  channels: {
    counter: 'In person',
    'guest-book': 'Guest book',
    call: 'Call',
    letter: 'Letter',
    banner: 'Banner',
    online: 'Online',
    hotline: 'Through the hotline',
  },
  enteredBy: '{{channel}} · {{on}} · entered by {{name}}',
  search: 'Name, pinyin or words',
  list: 'Customer praise',
  cut: 'The latest {{count}} of {{total}}; narrow the search to find the others',
  showWithdrawn: 'Withdrawn',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this praise?',
  withdrawText: 'It is shown no longer and counts as evidence no longer; who withdrew it and why stays on record.',
  withdrawReason: 'Reason',
  withdrawnDone: 'Withdrawn',
  withdrawnBy: 'Withdrawn by {{name}}: {{reason}}',
  empty: {
    month: 'No customer praise in this month yet',
    found: 'No praise matches',
    text: 'A kind word at the counter, a note, a banner, a call: enter it, and it is read out in the meeting and stands as evidence for a nomination.',
  },
  form: {
    title: 'Enter customer praise',
    on: 'On which day',
    channel: 'How it came',
    people: 'Whom it praises',
    peopleHelp: 'One or several; nobody chosen means the whole outlet',
    words: 'What the customer said',
    wordsHelp: 'What happened and the words; no name, number or account of the customer',
    save: 'Enter',
  },
}

export const praiseErrors: Translated<typeof chineseErrors> = {
  praiseOfOneself: 'Praise of yourself is entered by a colleague',
  praiseOfOthers: 'Only whoever entered it and the outlet head can withdraw it',
  praiseWithdrawn: 'This praise has been withdrawn',
  praiseGone: 'There is no such praise',
}

/** In the audit. */
export const praiseProcedures: Translated<typeof chineseProcedures> = {
  add: 'Entered customer praise',
  withdraw: 'Withdrew customer praise',
}
