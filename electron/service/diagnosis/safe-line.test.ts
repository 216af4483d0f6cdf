import { describe, expect, it } from 'vitest'
import { safeLine } from './safe-line.ts'

const AT = '2026-11-23T00:00:00.000Z'

describe('a line of the log for somebody else', () => {
  it('keeps the kind of an error, its code and the frames of the program', () => {
    const stack = [
      'SqliteError: 张三',
      '    at secret (/x/out/main/service.js:1:1)',
      '    at Database.prepare (/home/zhangsan/chenxun/node_modules/better-sqlite3/lib/x.js:5:21)',
      '    at async runCommand (file:///C:/Users/张三/chenxun/out/main/chunks/service.js:10:3)',
      '    at node:internal/process/task_queues:105:5',
      '    at 张三 (/home/zhangsan/notes.txt:1:1)',
    ].join('\n')
    const line = {
      at: AT,
      level: 'error',
      incident: '0123456789',
      where: 'drafts.put',
      error: 'SqliteError',
      code: 'SQLITE_IOERR',
      message: '张三\n    at secret (/x/out/main/service.js:1:1)',
      stack,
    }
    expect(safeLine(JSON.stringify(line))).toEqual({
      at: AT,
      level: 'error',
      incident: '0123456789',
      where: 'drafts.put',
      error: 'SqliteError',
      code: 'SQLITE_IOERR',
      frames: [
        'Database.prepare node_modules/better-sqlite3/lib/x.js:5:21',
        'runCommand out/main/chunks/service.js:10:3',
        '- node:internal/process/task_queues:105:5',
      ],
    })
  })

  it('drops words, whole foreign lines and foreign fields', () => {
    expect(safeLine('张三说不想干了')).toBeUndefined()
    expect(safeLine(JSON.stringify({ at: '张三', level: 'error' }))).toBeUndefined()
    expect(
      safeLine(JSON.stringify({ at: AT, level: 'event', name: 'started', shell: '张三', pid: 7, who: 'x' })),
    ).toEqual({
      at: AT,
      level: 'event',
      name: 'started',
      pid: 7,
    })
  })
})
