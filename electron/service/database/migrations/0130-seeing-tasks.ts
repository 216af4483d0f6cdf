import { pinyinOfText } from '../../pinyin-of.ts'
import type { Migration } from '../migration.ts'

export const seeingTasks: Migration = {
  version: 130,
  name: '0130-seeing-tasks',
  up(database) {
    database.exec(`
      CREATE INDEX rectification_by_strike_off ON rectification (coalesce(verified_at, closed_at), found_at);
      CREATE INDEX rectification_item_strike_off ON rectification (item_no, coalesce(verified_at, closed_at))
        WHERE item_no IS NOT NULL;
      CREATE INDEX rectification_known_brought_back ON rectification_known (patrol_id) WHERE was IS NOT NULL;

      -- The description in lower case with its pinyin; what a search looks at.
      CREATE TABLE rectification_search (
        rectification_id INTEGER PRIMARY KEY REFERENCES rectification (id) ON DELETE CASCADE,
        text TEXT NOT NULL
      ) STRICT;

      -- What one person named to find it again in a list.
      CREATE TABLE saved_filter (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        staff_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        params TEXT NOT NULL,
        is_default INTEGER NOT NULL,
        UNIQUE (staff_id, name)
      ) STRICT;

      -- The letter of an inspection that several tasks answer.
      CREATE TABLE inspection_notice (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT NOT NULL UNIQUE,
        inspector TEXT NOT NULL,
        issued_on TEXT NOT NULL,
        reply_by TEXT NOT NULL
      ) STRICT;
      CREATE INDEX inspection_notice_by_day ON inspection_notice (issued_on);
      CREATE TABLE inspection_notice_task (
        rectification_id INTEGER PRIMARY KEY REFERENCES rectification (id) ON DELETE CASCADE,
        notice_id INTEGER NOT NULL REFERENCES inspection_notice (id) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX inspection_notice_task_by_notice ON inspection_notice_task (notice_id);
    `)
    const tasks = database.prepare('SELECT id, description FROM rectification').all() as {
      id: number
      description: string
    }[]
    const insert = database.prepare('INSERT INTO rectification_search VALUES (?, ?)')
    for (const { id, description } of tasks) insert.run(id, `${description.toLowerCase()} ${pinyinOfText(description)}`)
  },
}
