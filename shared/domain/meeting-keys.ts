/**
 * What a step of a meeting can show. Only these can be named by a template or leave for the wall: a key that is for the
 * head alone is of another type and fits nowhere a wall key does.
 */
export const WALL_KEYS = [
  'roster.today',
  'roster.next-host',
  'patrol.failed-yesterday',
  'patrol.failed-today',
  'patrol.repeat-7d',
  'patrol.rounds-status',
  'patrol.week-passrate',
  'patrol.staff-zone-fails',
  'task.due-today',
  'task.due-week',
  'task.overdue',
  'task.returned',
  'task.lookback-due',
  'task.open-by-owner',
  'mood.week-weather',
  'award.granted',
  'award.nominations',
  'award.thanks',
  'customer.praise',
  'complaint.new',
  'complaint.clock',
  'kpi.queue',
  'kpi.uptime',
  'kpi.week-board',
  'calendar.peaks',
  'calendar.peaks-next',
  'calendar.visits',
  'notice.unread',
  'drill.of-day',
  'closing.status',
  'cash.closing',
  'weather.today',
] as const
export type WallKey = (typeof WALL_KEYS)[number]

/** Never on a shared screen. */
export const HEAD_KEYS = ['mood.dips-private', 'mood.care-todo'] as const
export type HeadKey = (typeof HEAD_KEYS)[number]

/** What a step can write down, by the fields of the log. */
export const CAPTURES = [
  'attendance',
  'appearance-fixes',
  'key-lesson',
  'focus-items',
  'new-tasks',
  'notices-passed',
  'praise',
  'drill-result',
  'quiz',
  'award-decisions',
  'call-backs',
  'cause-notes',
  'closing-confirm',
  'next-host',
  'spread-checks',
  'support-requests',
  'task-updates',
  'team-stressors',
  'weekly-focus',
] as const
export type CaptureId = (typeof CAPTURES)[number]

/** The form in which it is written down. */
export const CAPTURE_FORMS = ['attendance', 'pairs', 'line', 'task', 'learning', 'drill', 'quiz', 'next-host'] as const
export type CaptureForm = (typeof CAPTURE_FORMS)[number]
