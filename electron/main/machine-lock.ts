import type { PowerMonitor } from 'electron'

type Listening = Pick<PowerMonitor, 'on'>

/** Whoever leaves the machine leaves the console: its lock, its sleep, and another user of the machine. */
export function followMachineLock(monitor: Listening, lock: () => void): void {
  monitor.on('lock-screen', lock)
  monitor.on('suspend', lock)
  monitor.on('user-did-resign-active', lock)
}
