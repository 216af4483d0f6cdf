import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findRunning } from '../../electron/hosts/folder-lock.ts'
import { serve } from '../../electron/hosts/serve.ts'
import type { FromService } from '../../electron/hosts/utility-messages.ts'
import { connectOver } from '../../renderer/services/connection.ts'
import { createLine } from '../../renderer/services/line.ts'
import { createSocketOpener } from '../../renderer/services/socket-carrier.ts'
import type { ChangeEvent } from '../../shared/contract/events.ts'
import type { Client } from '../../shared/contract/index.ts'
import { pageFetch, pageSocket, postFromPage, signInHead, temporaryFolder } from '../harness/hosts.ts'
import { createTunnel } from '../standin/tunnel-port.ts'
import { StandInUtilityProcess } from '../standin/utility-process.ts'

type StartHost = (folder: string) => Promise<(seat: string) => Promise<Client>>

async function overMessagePort(folder: string) {
  const service = new StandInUtilityProcess(join(import.meta.dirname, '../../electron/hosts/utility-process.ts'), [
    '--data',
    folder,
  ])
  onTestFinished(() => void service.kill())
  const said = await new Promise<FromService>((resolve) => service.once('message', resolve))
  expect(said).toEqual({ type: 'ready' })
  return async (seat: string) => {
    const { port1, port2 } = createTunnel()
    service.postMessage({ type: 'port', seat: `window/${seat}` }, [port2])
    const client: Client = createORPCClient(new RPCLink({ port: port1 as never }))
    port1.start()
    return client
  }
}

async function overLoopback(folder: string) {
  const serving = await serve({ dataFolder: folder })
  onTestFinished(() => serving.close())
  const origin = new URL(serving.url).origin
  return async () => {
    const code = serving.newLaunchUrl().split('#launch=')[1]
    const { token } = (await (await postFromPage(origin, '/session', { body: { code } })).json()) as { token: string }
    const surroundings = { origin, token, fetch: pageFetch(origin), WebSocket: pageSocket(origin) }
    return (await connectOver(createLine(createSocketOpener(surroundings)), 'browser', surroundings)).client
  }
}

const HOSTS: Record<string, StartHost> = { 'a message port': overMessagePort, loopback: overLoopback }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(Object.entries(HOSTS))('the service over %s', (_name, start) => {
  it('answers anybody who they are', async () => {
    const open = await start(temporaryFolder())
    const client = await open('1')
    expect(await client.people.session({})).toMatchObject({ outlet: null, person: null, zone: 'Asia/Shanghai' })
  })

  it('keeps each seat to itself, and answers failures in one shape', async () => {
    const folder = temporaryFolder()
    const open = await start(folder)
    const [first, second] = [await open('1'), await open('2')]
    const { head } = await first.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    await signInHead(first, head)
    expect((await first.people.session({})).person?.name).toBe('林予安')
    expect((await second.people.session({})).person).toBeNull()
    await expect(second.people.list({})).rejects.toMatchObject({
      code: 'not-signed-in',
      data: { reason: 'notSignedIn' },
    })
    await expect(first.people.add({ name: '' } as never)).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: { name: 'required' } },
    })
    expect(await (await findRunning(folder))?.client.people.list({})).toHaveLength(1)
  })

  it('carries a photo there and back', async () => {
    const open = await start(temporaryFolder())
    const client = await open('1')
    const { head } = await client.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    await signInHead(client, head)
    const { hash } = await client.attachments.put({ file: new File([PNG], 'photo.png', { type: 'image/png' }) })
    const { file } = await client.attachments.read({ hash })
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG)
  })

  it('streams what changed and stops when asked', async () => {
    const open = await start(temporaryFolder())
    const client = await open('1')
    const { head } = await client.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    await signInHead(client, head)
    const controller = new AbortController()
    const events = await client.events.changes({}, { signal: controller.signal })
    const hello = (await events.next()).value as ChangeEvent
    expect(hello.feature).toBe('hello')
    await client.people.resetPin({ uid: head.uid })
    expect((await events.next()).value).toMatchObject({ feature: 'people', sequence: hello.sequence + 1 })
    controller.abort()
  })
})
