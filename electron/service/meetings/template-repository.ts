import type { Database } from 'better-sqlite3'
import { type MeetingTemplate, MeetingTemplateContent } from '../../../shared/contract/meeting-templates.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { readFlow } from './flow.ts'

type Reading = Pick<Call, 'database' | 'ports'>

export interface TemplateRow {
  template_id: string
  version: number
  content: string
  made_at: number
  made_by: number | null
}

export const TEMPLATE_SQL = {
  newest: `SELECT template_id, version, content, made_at, made_by FROM meeting_template_version AS one
    WHERE version = (SELECT max(version) FROM meeting_template_version WHERE template_id = one.template_id)
    ORDER BY template_id LIMIT 100`,
  one: 'SELECT * FROM meeting_template_version WHERE template_id = ? AND version = ?',
  ofTemplate: 'SELECT * FROM meeting_template_version WHERE template_id = ? ORDER BY version DESC LIMIT 200',
}

/** The newest version of each: what the outlet has written over what is shipped. */
export function listTemplates({ database, ports }: Reading): MeetingTemplate[] {
  const written = new Map(
    (statement(database, TEMPLATE_SQL.newest).all() as TemplateRow[]).map((row) => [row.template_id, row]),
  )
  const shipped = readFlow(ports.content).templates
  const own = [...written.values()].filter(({ template_id }) => !shipped.some(({ id }) => id === template_id))
  return [
    ...shipped.map((template) => {
      const row = written.get(template.id)
      // A copy of what an earlier release shipped gives way to this one's; what the outlet wrote itself stays.
      const isOld = row?.made_by === null && row.version < template.version
      return row && !isOld ? (parseTemplate(row) ?? template) : template
    }),
    ...own.flatMap((row) => parseTemplate(row) ?? []),
  ]
}

export function listTemplateRows(database: Database, id: string): TemplateRow[] {
  return statement(database, TEMPLATE_SQL.ofTemplate).all(id) as TemplateRow[]
}

/** Undefined where nothing readable stands there. */
export function findTemplate({ database }: Reading, id: string, version: number): MeetingTemplate | undefined {
  const row = statement(database, TEMPLATE_SQL.one).get(id, version) as TemplateRow | undefined
  return row && parseTemplate(row)
}

export function getCurrentTemplate(call: Reading, id: string): MeetingTemplate {
  const template = listTemplates(call).find((one) => one.id === id)
  if (!template || template.isOff) throw new AppError('not-found', 'meetingTemplateGone')
  return template
}

/** So that a meeting keeps the words it was held by, whatever a later release ships. `madeBy` null: as shipped. */
export function keepVersion(
  { database, now }: Call,
  { id, version, ...template }: MeetingTemplate,
  madeBy: number | null = null,
): void {
  const { totalMinutes: _sum, ...content } = template
  statement(database, 'INSERT OR IGNORE INTO meeting_template_version VALUES (?, ?, ?, ?, ?)').run(
    id,
    version,
    JSON.stringify(content),
    now,
    madeBy,
  )
}

export function parseTemplate(row: TemplateRow): MeetingTemplate | undefined {
  const parsed = MeetingTemplateContent.safeParse(jsonOf(row.content))
  if (!parsed.success) return undefined
  const totalMinutes = parsed.data.steps.reduce((sum, { minutes }) => sum + minutes, 0)
  return { ...parsed.data, id: row.template_id, version: row.version, totalMinutes }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
