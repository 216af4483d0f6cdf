import type { ContractRouterClient } from '@orpc/contract'
import type { z } from 'zod'
import { accountability } from './accountability.ts'
import { attachments } from './attachments.ts'
import { audit } from './audit.ts'
import { awardCards } from './award-cards.ts'
import { awardEvidence } from './award-evidence.ts'
import { awardFigures } from './award-figures.ts'
import { awardPapers } from './award-papers.ts'
import { awardSteps } from './award-steps.ts'
import { awardSuggestions } from './award-suggestions.ts'
import { awards } from './awards.ts'
import { backups } from './backups.ts'
import { calendar } from './calendar.ts'
import { checklists } from './checklists.ts'
import { complaintClocks } from './complaint-clocks.ts'
import { demonstration } from './demonstration.ts'
import { devices } from './devices.ts'
import { drafts } from './drafts.ts'
import { events } from './events.ts'
import { imports } from './imports.ts'
import { inspections } from './inspections.ts'
import { meetingLines } from './meeting-lines.ts'
import { meetingLogs } from './meeting-logs.ts'
import { meetingMonth } from './meeting-month.ts'
import { meetingScreen } from './meeting-screen.ts'
import { meetingTemplates } from './meeting-templates.ts'
import { meetings } from './meetings.ts'
import { moodCare } from './mood-care.ts'
import { moods } from './moods.ts'
import { notices } from './notices.ts'
import { patrols } from './patrols.ts'
import { people } from './people.ts'
import { praises } from './praises.ts'
import type { OfKind, Procedure, ProcedureKind } from './procedure.ts'
import { recovery } from './recovery.ts'
import { rectificationFigures } from './rectification-figures.ts'
import { rectificationLists } from './rectification-lists.ts'
import { rectifications } from './rectifications.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { spreadChecks } from './spread-checks.ts'
import { taskBatches } from './task-batches.ts'
import { thanks } from './thanks.ts'
import { today } from './today.ts'
import { vault } from './vault.ts'
import { workspaces } from './workspaces.ts'

/** The only description of what crosses a process boundary. */
export const contract = {
  accountability,
  attachments,
  audit,
  awardPapers,
  awardEvidence: { ...awardEvidence, ...awardSuggestions },
  awardFigures,
  awards: { ...awards, ...awardCards, ...awardSteps },
  backups,
  calendar,
  checklists,
  complaintClocks,
  demonstration,
  devices,
  drafts,
  imports,
  inspections,
  moods: { ...moods, ...moodCare },
  meetings: { ...meetings, ...meetingLines, ...meetingLogs, ...meetingTemplates, ...meetingScreen, ...meetingMonth },
  notices,
  patrols,
  people,
  praises,
  recovery,
  rectifications: { ...rectifications, ...rectificationLists, ...rectificationFigures },
  reports,
  settings,
  spreadChecks,
  taskBatches,
  thanks,
  today,
  vault,
  workspaces,
  events,
}

export type Contract = typeof contract
export type Client = ContractRouterClient<Contract>

/** Features whose handlers the runner carries; the event stream is served beside it. */
export type Feature = Exclude<keyof Contract, 'events'>

export type InputOf<P> = P extends Procedure<infer I, infer _O, ProcedureKind> ? z.output<I> : never
/** What a handler may return: before defaults and transforms of the output schema. */
export type OutputOf<P> = P extends Procedure<infer _I, infer O, ProcedureKind> ? z.input<O> : never
export type KindOf<P> = P extends OfKind<infer K> ? K : never
