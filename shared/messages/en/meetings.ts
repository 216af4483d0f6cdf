import type { Translated } from '../translated.ts'
import type { meetings as chinese, meetingErrors as chineseErrors } from '../zh-CN/meetings.ts'

export const meetings: Translated<typeof chinese> = {
  title: 'Meetings',
  file: {
    sheet: 'Raised',
    title: 'Raised matters and answers',
    howTo:
      'Please answer in the column “Answer” and send the file back. Leave “Matter no.” as it is: the answer returns by it.',
    outlet: 'Outlet code',
    line: 'Matter no.',
    raisedOn: 'Raised on',
    words: 'Matter',
    note: 'Note',
    person: 'In charge',
    answer: 'Answer',
    answeredBy: 'Answered by',
    answeredOn: 'Answered on',
  },
}

export const meetingErrors: Translated<typeof chineseErrors> = {
  meetingGone: 'This meeting is no longer there',
  meetingTemplateGone: 'There is no such template, or it is switched off',
  meetingTemplateKind: 'A morning meeting takes a morning template, an evening review an evening one',
  meetingTemplateBroken:
    'The template of this meeting cannot be read, so it cannot be signed. Nothing is lost; please tell a technician.',
  meetingDraftBroken:
    'The draft of this meeting cannot be read whole, so it cannot be signed. Nothing is lost; please tell a technician.',
  meetingExists: 'This day has a meeting already',
  meetingSigned: 'The meeting is signed and is not changed any more; you can add to it below',
  meetingNotSigned: 'The meeting is not signed yet',
  meetingConfirmed: 'The head has confirmed it already',
  meetingNotOver: 'The meeting is not over: end it first, then sign',
  meetingNotPast: 'To enter a past meeting the day must lie before today',
  meetingDayOver: 'After midnight the head has to give a reason before this meeting can be written',
  meetingNeedsNoReason: 'This meeting can be written now and needs no reason',
  meetingTimes: 'It must begin on that day and cannot end before it begins',
  meetingStepGone: 'The template has no such step',
  mayNotHost: 'Guards and cleaners are not asked to host',
  coversThemselves: 'Nobody covers for themselves',
  pairTwice: 'Two people make a pair; only with an odd number one person stands in two',
  absenceGone: 'No absence of this person is on record',
  captureGone: 'There is no such entry',
  captureOfOtherStep: 'This is not written down in this step',
  tooManyLines: 'At most {{most}} of these can be written down',
  decideInstead: 'What is to be done becomes a task at once: use “Give out a task”',
  dueBeforeMeeting: 'It cannot be due before the day of the meeting',
  drillCardGone: 'There is no such drill card',
  meetingLineGone: 'This entry is no longer there',
  lineIsTask: 'This has become a task and cannot be removed; withdraw the task instead',
  lineEnded: 'This has ended already',
  lineNotForBranch: 'Entries of this kind are not raised to the branch',
  lineRaisedAlready: 'This was raised already and waits for its answer',
  answersNotThere: 'The file lacks the columns “Outlet code”, “Matter no.” and “Answer”',
  tooManyAnswers: 'At most {{most}} rows of answers are read at once',
  logIncomplete: 'Something that must be in the log is missing: at least one focus item for today',
  noOwnPin: '{{name}} has no PIN of their own yet; please sign in once and choose one',
}
