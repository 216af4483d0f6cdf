import { accountabilityHandlers } from './accountability/index.ts'
import { attachmentsHandlers } from './attachments/index.ts'
import { awardEvidenceHandlers } from './award-evidence/index.ts'
import { awardFiguresHandlers } from './award-figures/index.ts'
import { awardPapersHandlers } from './award-papers/index.ts'
import { awardsHandlers } from './awards/index.ts'
import { backupsHandlers } from './backups/index.ts'
import { calendarHandlers } from './calendar/index.ts'
import { checklistsHandlers } from './checklists/index.ts'
import { demonstrationHandlers } from './demonstration/index.ts'
import { devicesHandlers } from './devices/index.ts'
import { auditHandlers } from './doctor.ts'
import { draftsHandlers } from './drafts/index.ts'
import type { Handlers } from './handlers.ts'
import { importsHandlers } from './imports/index.ts'
import { inspectionsHandlers } from './inspections/index.ts'
import { meetingsHandlers } from './meetings/index.ts'
import { moodsHandlers } from './moods/index.ts'
import { noticesHandlers } from './notices/index.ts'
import { installOutlet, setUpOutlet } from './outlet-setup.ts'
import { patrolsHandlers } from './patrols/index.ts'
import { peopleHandlers } from './people/index.ts'
import { praisesHandlers } from './praises/index.ts'
import { recoveryHandlers } from './recovery/index.ts'
import {
  complaintClocksHandlers,
  rectificationsHandlers,
  spreadChecksHandlers,
  taskBatchesHandlers,
} from './rectifications/index.ts'
import { reportsHandlers } from './reports/index.ts'
import { settingsHandlers } from './settings/index.ts'
import { thanksHandlers } from './thanks/index.ts'
import { todayHandlers } from './today/index.ts'
import { vaultHandlers } from './vault/index.ts'
import { workspacesHandlers } from './workspaces/index.ts'

/** The doors of all features. A procedure without a handler, or a misspelt one, does not compile. */
export function createHandlers() {
  return {
    accountability: accountabilityHandlers,
    attachments: attachmentsHandlers,
    audit: auditHandlers,
    awardPapers: awardPapersHandlers,
    awards: awardsHandlers,
    awardEvidence: awardEvidenceHandlers,
    awardFigures: awardFiguresHandlers,
    backups: backupsHandlers,
    calendar: calendarHandlers,
    checklists: checklistsHandlers,
    complaintClocks: complaintClocksHandlers,
    demonstration: demonstrationHandlers,
    devices: devicesHandlers,
    drafts: draftsHandlers,
    imports: importsHandlers,
    inspections: inspectionsHandlers,
    moods: moodsHandlers,
    meetings: meetingsHandlers,
    notices: noticesHandlers,
    patrols: patrolsHandlers,
    people: { ...peopleHandlers, installOutlet, setUpOutlet },
    praises: praisesHandlers,
    rectifications: rectificationsHandlers,
    recovery: recoveryHandlers,
    reports: reportsHandlers,
    settings: settingsHandlers,
    spreadChecks: spreadChecksHandlers,
    taskBatches: taskBatchesHandlers,
    thanks: thanksHandlers,
    today: todayHandlers,
    vault: vaultHandlers,
    workspaces: workspacesHandlers,
  } satisfies Handlers
}
