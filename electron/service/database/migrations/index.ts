import type { Migration } from '../migration.ts'
import { outletAndPeople } from './0010-outlet-and-people.ts'
import { calendarAndChecklists } from './0020-calendar-and-checklists.ts'
import { patrols } from './0030-patrols.ts'
import { rectifications } from './0040-rectifications.ts'
import { importsAndReports } from './0050-imports-and-reports.ts'
import { walksAndCorrections } from './0060-walks-and-corrections.ts'
import { draftsAndLocks } from './0070-drafts-and-locks.ts'
import { visitors } from './0080-visitors.ts'
import { faultsThatReturn } from './0090-faults-that-return.ts'
import { urgingAndExtensions } from './0100-urging-and-extensions.ts'
import { devices } from './0110-devices.ts'
import { rectificationLoop } from './0120-rectification-loop.ts'
import { seeingTasks } from './0130-seeing-tasks.ts'
import { meetings } from './0140-meetings.ts'
import { moods } from './0150-moods.ts'
import { secondLooks } from './0160-second-looks.ts'
import { notices } from './0170-notices.ts'
import { returnedSteps } from './0180-returned-steps.ts'
import { awards } from './0190-awards.ts'
import { thanks } from './0200-thanks.ts'
import { meetingRecords } from './0210-meeting-records.ts'
import { coveringFigures } from './0220-covering-figures.ts'
import { praises } from './0230-praises.ts'
import { outagesOfItem } from './0240-outages-of-item.ts'
import { meetingTruths } from './0250-meeting-truths.ts'
import { praiseKeptApart } from './0260-praise-kept-apart.ts'
import { reopenedAt } from './0270-reopened-at.ts'
import { costOfAFix } from './0280-cost-of-a-fix.ts'

/** Append only. A shipped migration is never edited, renamed or removed. */
export const migrations: readonly Migration[] = [
  outletAndPeople,
  calendarAndChecklists,
  patrols,
  rectifications,
  importsAndReports,
  walksAndCorrections,
  draftsAndLocks,
  visitors,
  faultsThatReturn,
  urgingAndExtensions,
  devices,
  rectificationLoop,
  seeingTasks,
  meetings,
  moods,
  secondLooks,
  notices,
  returnedSteps,
  awards,
  thanks,
  meetingRecords,
  coveringFigures,
  praises,
  outagesOfItem,
  meetingTruths,
  praiseKeptApart,
  reopenedAt,
  costOfAFix,
]
