import { useEffect, useState } from 'react'

const TICK_MS = 15_000

/** Service clock minus this machine's: an office PC's own clock may be off. */
let offsetMs = 0

export function setServiceNow(serviceNow: number): void {
  offsetMs = serviceNow - Date.now()
}

/** UTC milliseconds by the service's clock. */
export function serviceNow(): number {
  return Date.now() + offsetMs
}

/** The same instant by the service's clock, of one told by this machine's. */
export function onServiceClock(at: number): number {
  return at + offsetMs
}

/** Renders again every quarter minute, for remaining times. */
export function useNow(everyMs = TICK_MS): number {
  const [now, setNow] = useState(serviceNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
