import type { Migration } from '../migration.ts'

/** An answer that comes late asks which outages of its item lasted then, without reading those of every device. */
export const outagesOfItem: Migration = {
  version: 240,
  name: '0240-outages-of-item',
  up(database) {
    database.exec(`
      DROP INDEX device_outage_open_item;
      CREATE INDEX device_outage_of_item ON device_outage (item_no, ended_at, started_at)
        WHERE withdrawn_at IS NULL AND item_no IS NOT NULL;
    `)
  },
}
