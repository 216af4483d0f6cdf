import { createRouterClient } from '@orpc/server'
import type { Client } from '../../../shared/contract/index.ts'
import { FolderInUseError } from '../folder-lock.ts'
import { startService } from '../start-service.ts'

/** Works beside a running console by asking it, or alone under the same lock. */
export async function withOperator<T>(folder: string, work: (client: Client) => Promise<T>): Promise<T> {
  const running = await startService(folder, 'command').catch((error: unknown) => {
    if (error instanceof FolderInUseError) return error
    throw error
  })
  if (running instanceof FolderInUseError) return work(running.control.client)
  const { router } = running.service
  running.lock.offer({ router })
  try {
    return await work(
      createRouterClient(router, { context: { seat: 'operator/command-line', as: 'operator' } }) as Client,
    )
  } finally {
    await running.close()
  }
}
