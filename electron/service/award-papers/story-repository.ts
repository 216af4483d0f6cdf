import type { Database } from 'better-sqlite3'
import { statement } from '../database/statements.ts'

export interface StoryRow {
  story: string | null
  editedBy: string | null
  editedAt: number | null
}

export function readStoryRow(database: Database, uid: string): StoryRow {
  return statement(
    database,
    `SELECT story, staff.name AS editedBy, story_edited_at AS editedAt
     FROM award LEFT JOIN staff ON staff.id = story_edited_by WHERE award.uid = ?`,
  ).get(uid) as StoryRow
}

export function writeStory(
  database: Database,
  uid: string,
  { text, by, at }: { text: string; by: number | null; at: number },
): void {
  statement(database, 'UPDATE award SET story = ?, story_edited_by = ?, story_edited_at = ? WHERE uid = ?').run(
    text,
    by,
    at,
    uid,
  )
}
