import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { controlAddress } from '../../electron/hosts/lock/control-address.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { asOtherUser, whyNoOtherUser } from '../harness/other-user.ts'
import { allProcedures } from '../harness/procedures.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'

const reason = whyNoOtherUser()

/** What another user of the machine tries; each line that succeeds is a hole. */
const TRIES = `
  const { readFileSync, readdirSync, writeFileSync } = await import('node:fs')
  const { connect } = await import('node:net')
  const open = []
  const tryOut = async (name, work) => { try { await work(); open.push(name) } catch {} }
  await tryOut('list the folder', () => readdirSync(input.folder))
  for (const path of input.files) await tryOut('read ' + path, () => readFileSync(path))
  for (const path of [...input.files, input.folder + '/chenxun.lock', input.folder + '/new']) {
    await tryOut('write ' + path, () => writeFileSync(path, ''))
  }
  for (const name of ['environ', 'mem', 'fd']) {
    await tryOut('look at ' + name, () => (name === 'fd' ? readdirSync : readFileSync)('/proc/' + input.pid + '/' + name))
  }
  await tryOut('reach the control socket', () => new Promise((resolve, reject) => {
    connect(input.control).once('connect', resolve).once('error', reject)
  }))
  const post = (path, more) => fetch(input.origin + path, {
    method: 'POST', body: '{}',
    headers: { origin: input.origin, 'content-type': 'application/json', 'x-console': '1', ...more },
  })
  for (const path of input.routes) {
    for (const more of [{}, { authorization: 'Bearer ' + 'x'.repeat(43) }]) {
      await tryOut('call ' + path, async () => {
        const { status } = await post(path, more)
        if (status === 401 || status === 403) throw new Error('refused')
      })
    }
  }
  return { open, tries: 1 + input.files.length * 2 + 2 + 3 + 1 + input.routes.length * 2 }
`

describe.skipIf(reason)(`S4 another user of the same machine${reason ? ` (${reason})` : ''}`, () => {
  it('S4 reads, writes, reaches and calls nothing of a running console', async () => {
    const folder = temporaryFolder()
    await buildProofOutlet(folder)
    // As the console itself makes it; the test's own folder is made before.
    chmodSync(folder, 0o700)
    const { pid, origin, kill } = await startProofConsole(folder)
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    const routes = [
      '/session',
      '/socket-ticket',
      ...allProcedures().map(({ path }) => `/rpc/${path.replace('.', '/')}`),
    ]
    const control = controlAddress(folder)
    const said = asOtherUser(TRIES, { folder, files, pid, origin, control, routes }) as {
      open: string[]
      tries: number
    }
    await kill()
    expect(files.length).toBeGreaterThan(3)
    expect(said.open).toEqual([])
    proved({ id: 'S4', runs: said.tries, bad: said.open.length })
  })

  it('D9 is not let in beside a console that runs', async () => {
    const folder = temporaryFolder()
    await buildProofOutlet(folder)
    chmodSync(folder, 0o700)
    const { kill } = await startProofConsole(folder)
    const won = asOtherUser(
      `const { openSync } = await import('node:fs')
       try { openSync(input + '/chenxun.lock', 'a'); return true } catch { return false }`,
      folder,
    )
    await kill()
    proved({ id: 'D9', runs: 1, bad: Number(won) })
  })
})
