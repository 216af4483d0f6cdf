import type { HandlersOf } from '../handlers.ts'
import { renderReport, reportFile } from '../reports/index.ts'
import { buildReply } from './build-reply.ts'
import { listNotices } from './notice-repository.ts'
import { listNoticeTasks } from './notice-tasks.ts'
import { saveNotice } from './save-notice.ts'

export const inspectionsHandlers: HandlersOf<'inspections'> = {
  list: ({ database }) => listNotices(database),
  tasks: listNoticeTasks,
  save: saveNotice,

  async preview(call, { uid, language }) {
    const bytes = await renderReport(buildReply(call, uid, language), 'html')
    return { html: new TextDecoder().decode(bytes) }
  },

  renderFile: (call, { uid, language, format }) => reportFile(buildReply(call, uid, language), format),
}
