import { accountability } from './accountability.ts'
import { audit } from './audit.ts'
import { awardEvidence, awardNumbers, awardSuggestions } from './awardEvidence.ts'
import { awardPaperErrors, awardPapers } from './awardPapers.ts'
import { awardErrors, awards } from './awards.ts'
import { awardViews } from './awardViews.ts'
import { backups, recovery } from './backups.ts'
import { checklists } from './checklists.ts'
import { common } from './common.ts'
import { complaintClocks } from './complaintClocks.ts'
import { demonstration, demonstrationErrors } from './demonstration.ts'
import { deviceErrors, devices } from './devices.ts'
import { errorCodes, errorParts, errors as generalErrors } from './errors.ts'
import { fileErrors, imports } from './imports.ts'
import { inspections } from './inspections.ts'
import { meetingErrors, meetings } from './meetings.ts'
import { meetingViewErrors, meetingViews } from './meetingViews.ts'
import { moodErrors, moods } from './moods.ts'
import { noticeErrors, notices } from './notices.ts'
import { patrols } from './patrols.ts'
import { people } from './people.ts'
import { praiseErrors, praises } from './praises.ts'
import { reasons } from './reasons.ts'
import { rectifications } from './rectifications.ts'
import { reportScreen } from './reportScreen.ts'
import { reports } from './reports.ts'
import { duties, posts, roles } from './roles.ts'
import { settings } from './settings.ts'
import { commands, nav, shell } from './shell.ts'
import { spreadChecks } from './spreadChecks.ts'
import { taskBatches } from './taskBatches.ts'
import { taskFigures } from './taskFigures.ts'
import { taskViews } from './taskViews.ts'
import { thanks, thanksErrors } from './thanks.ts'
import { today } from './today.ts'
import { trends } from './trends.ts'
import { vault } from './vault.ts'

const errors = {
  ...generalErrors,
  ...fileErrors,
  ...awardErrors,
  ...awardPaperErrors,
  ...demonstrationErrors,
  ...deviceErrors,
  ...meetingErrors,
  ...meetingViewErrors,
  ...moodErrors,
  ...noticeErrors,
  ...praiseErrors,
  ...thanksErrors,
  ...reasons,
}

export const messages = {
  accountability,
  audit,
  awardPapers,
  awardEvidence,
  awardNumbers,
  awardSuggestions,
  awards,
  awardViews,
  backups,
  checklists,
  complaintClocks,
  common,
  commands,
  demonstration,
  devices,
  duties,
  errorCodes,
  errorParts,
  errors,
  imports,
  inspections,
  moods,
  meetings,
  meetingViews,
  nav,
  notices,
  patrols,
  people,
  posts,
  praises,
  recovery,
  rectifications,
  reportScreen,
  reports,
  roles,
  settings,
  shell,
  taskFigures,
  taskViews,
  spreadChecks,
  taskBatches,
  thanks,
  today,
  trends,
  vault,
}
