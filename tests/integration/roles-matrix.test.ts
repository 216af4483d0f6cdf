import { createRouterClient } from '@orpc/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { createChangePublisher } from '../../electron/service/change-publisher.ts'
import type { Actor } from '../../electron/service/handlers.ts'
import { type Runnable, runProcedure } from '../../electron/service/procedure-runner.ts'
import { createSeats } from '../../electron/service/seats.ts'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'
import { OPERATOR, ROLES } from '../../shared/roles.ts'
import { allProcedures, type NamedProcedure } from '../harness/procedures.ts'
import { proved } from '../harness/proved.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const NOBODY = 'nobody'
const CALLERS = [NOBODY, ...ROLES, OPERATOR] as const
type CallerKind = (typeof CALLERS)[number]
/** Invalid for every input, so that nothing ever runs: whoever is allowed gets as far as the validation. */
const NO_INPUT = null

type Verdict = 'allowed' | 'not-signed-in' | 'forbidden'

/** By the contract alone. */
function expected({ roles }: ProcedureMeta, caller: CallerKind): Verdict {
  if (roles === 'public') return 'allowed'
  if (caller === NOBODY) return 'not-signed-in'
  return roles.includes(caller) ? 'allowed' : 'forbidden'
}

function verdictOf(code: unknown): Verdict {
  return code === 'not-signed-in' || code === 'forbidden' ? code : 'allowed'
}

describe('roles and procedures', () => {
  let outlet: TestOutlet
  beforeAll(async () => {
    outlet = await startTestOutlet()
    await addVisitors(outlet)
  })

  async function callThroughRouter({ feature, name }: NamedProcedure, caller: CallerKind): Promise<unknown> {
    const context = caller === OPERATOR ? { seat: caller, as: OPERATOR as 'operator' } : { seat: caller }
    const client = createRouterClient(outlet.service.router, { context }) as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >
    try {
      const answer = await client[feature]?.[name]?.(NO_INPUT)
      if (Symbol.asyncIterator in Object(answer)) {
        const stream = answer as AsyncGenerator<unknown>
        await stream.next()
        await stream.return(undefined)
      }
      return 'answered'
    } catch (error) {
      return (error as { code?: unknown }).code
    }
  }

  async function askRunner(runnable: Runnable, caller: CallerKind): Promise<unknown> {
    const role = caller === NOBODY ? null : caller
    const actor: Actor = { role, staffId: null, staffUid: null, name: caller }
    const workspace = {
      ports: outlet.ports,
      seats: createSeats(() => 0),
      changes: createChangePublisher(),
      ready: () => Promise.resolve(),
      sampleProgress: () => null,
    }
    try {
      await runProcedure(workspace, runnable, { seat: caller, actor }, NO_INPUT)
      return 'answered'
    } catch (error) {
      return (error as { code?: unknown }).code
    }
  }

  it.each(CALLERS)('S5 lets %s call exactly what the contract says', async (caller) => {
    const wrong: string[] = []
    for (const procedure of allProcedures()) {
      const isStream = procedure.feature === 'events'
      const code = await callThroughRouter(procedure, caller)
      const wanted = expected(procedure.meta, caller)
      if (verdictOf(code) !== wanted) wrong.push(`${procedure.path}: ${String(code)}, not ${wanted}`)
      else if (wanted === 'allowed' && !isStream && code !== 'invalid-input') {
        wrong.push(`${procedure.path} ran with ${String(NO_INPUT)} as input: ${String(code)}`)
      }
    }
    expect(wrong).toEqual([])
    proved({ id: 'S5', runs: allProcedures().length, bad: wrong.length })
  })

  it('asks who is calling before it looks at the input', async () => {
    const procedure = allProcedures().find(({ path }) => path === 'people.add')
    if (!procedure) throw new Error('no people.add')
    expect(await callThroughRouter(procedure, 'teller')).toBe('forbidden')
    expect(await callThroughRouter(procedure, NOBODY)).toBe('not-signed-in')
    expect(await callThroughRouter(procedure, 'outlet-head')).toBe('invalid-input')
  })

  it('S5 denies everybody where the list of roles is empty', async () => {
    const [procedure] = allProcedures()
    if (!procedure?.input || !procedure.output) throw new Error('no procedure')
    const { input, output, feature } = procedure
    const runnable: Runnable = {
      path: 'nothing.forAnybody',
      feature,
      input,
      output,
      meta: { kind: 'query', roles: [], audit: 'none' },
      handler: () => ({}),
    }
    for (const caller of CALLERS) {
      expect([caller, verdictOf(await askRunner(runnable, caller))]).toEqual([
        caller,
        caller === NOBODY ? 'not-signed-in' : 'forbidden',
      ])
    }
  })

  it('has no procedure that nobody may call', () => {
    const closed = allProcedures().filter(({ meta }) => meta.roles !== 'public' && meta.roles.length === 0)
    expect(closed.map(({ path }) => path)).toEqual([])
  })

  /** Whoever the branch sends decides on tasks, with note and photo; the relation to the task is the command's own question. */
  it.each([
    [
      'branch-lead',
      [
        'accountability.decide',
        'accountability.reply',
        'attachments.put',
        'awards.revoke',
        'drafts.discard',
        'drafts.put',
        'people.changePin',
        'people.signOut',
        'rectifications.act',
        'rectifications.move',
      ],
    ],
    ['auditor', ['people.changePin', 'people.signOut']],
  ] as const)('S5 lets %s write no more than that', (role, wanted) => {
    const writing = allProcedures().filter(
      ({ meta }) => meta.kind === 'command' && meta.roles !== 'public' && meta.roles.includes(role),
    )
    expect(writing.map(({ path }) => path)).toEqual(wanted)
  })

  /** A new procedure or a changed right fails here until somebody has looked at it: `npx vitest run roles-matrix -u`. */
  it('S5 grants what the written table says', async () => {
    await expect(tableOf(allProcedures())).toMatchFileSnapshot('__snapshots__/permissions.txt')
  })
})

function tableOf(procedures: readonly NamedProcedure[]): string {
  const columns = [...CALLERS, 'system'] as const
  const width = Math.max(...procedures.map(({ path }) => path.length))
  const lines = procedures.map(({ path, meta }) => {
    const { roles } = meta
    const marks = columns.map((caller) => {
      const isIn = roles === 'public' || (caller !== NOBODY && roles.includes(caller))
      return (isIn ? 'yes' : '-').padEnd(caller.length)
    })
    return `${path.padEnd(width)}  ${meta.kind.padEnd(7)}  ${meta.audit.padEnd(7)}  ${marks.join('  ')}`.trimEnd()
  })
  const head = `${'procedure'.padEnd(width)}  kind     audit    ${columns.join('  ')}`
  return `${[head, ...lines].join('\n')}\n`
}
