import type { TestOutlet } from './test-service.ts'

type Severity = 'minor' | 'major' | 'critical'

/** A task of the lobby manager, found by the head outside a round, with its work begun. */
export async function begunTask(outlet: TestOutlet, severity: Severity = 'minor', description = '叫号机缺纸') {
  const task = await outlet.as('outlet-head').rectifications.open({
    ...{ source: 'branch', description, severity, zone: null, item: null, queue: null },
    ownerUid: outlet.people['lobby-manager'] ?? '',
  })
  await outlet.as('lobby-manager').rectifications.move({ uid: task.uid, from: 'assigned', to: 'doing' })
  return { uid: task.uid, dueAt: task.dueAt }
}

let photos = 0

/** Hash of a photo that no other call gives. */
export async function newPhoto(outlet: TestOutlet): Promise<string> {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, ++photos])
  const file = new File([bytes], `${photos}.png`, { type: 'image/png' })
  return (await outlet.as('lobby-manager').attachments.put({ file })).hash
}

/** Handed in with all that a task of any kind asks for. */
export async function submitTask(outlet: TestOutlet, uid: string) {
  return outlet.as('lobby-manager').rectifications.move({
    ...{ uid, from: 'doing', to: 'submitted', note: `已恢复 ${++photos}`, cause: 'equipment.ageing' },
    ...{ measure: `换件 ${photos}`, prevention: `列入点检 ${photos}`, photos: [await newPhoto(outlet)] },
  })
}
