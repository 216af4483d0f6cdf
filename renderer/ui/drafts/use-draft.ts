import { useEffect, useRef, useState } from 'react'
import { useClient } from '../../services/use-client.ts'
import { beforeLeaving } from './waiting-drafts.ts'

/** Well under the second that may be lost. */
const KEEP_MS = 400

export interface DraftOffer {
  at: number
  /** What it says, for one line. */
  text: string
  restore: () => void
  discard: () => void
}

interface DraftOptions<T> {
  /** Which form, and of which record. */
  id: string
  value: T
  /** Something is typed that is not saved. */
  isDirty: boolean
  /** The sentence by which the person knows it again. */
  textOf: (value: T) => string
  onRestore: (value: T) => void
}

export interface Draft {
  /** What was left unfinished last time; nothing of it is applied by itself. */
  offer: DraftOffer | undefined
  /** Where the form closes for good: it was saved, or left on purpose. A form that stays forgets when nothing is unsaved. */
  forget: () => void
}

interface Kept<T> {
  at: number
  value: T
}

/** Keeps what is being typed in the database, at most a moment after it was typed, and offers it on return. */
export function useDraft<T>({ id, value, isDirty, textOf, onRestore }: DraftOptions<T>): Draft {
  const client = useClient()
  const [kept, setKept] = useState<Kept<T>>()
  const text = isDirty ? JSON.stringify(value) : undefined
  const typed = useRef(text)
  const sent = useRef<string | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isOver = useRef(false)
  typed.current = text

  async function keep(): Promise<void> {
    clearTimeout(timer.current)
    timer.current = undefined
    const now = typed.current
    if (now === sent.current || isOver.current) return
    sent.current = now
    await (now === undefined ? client.drafts.discard({ key: id }) : client.drafts.put({ key: id, text: now }))
  }

  function keepQuietly(): void {
    keep().catch(() => {
      sent.current = undefined
    })
  }

  useEffect(() => {
    let isCurrent = true
    setKept(undefined)
    sent.current = undefined
    client.drafts.find({ key: id }).then(
      (found) => {
        const restored = found ? parsed<T>(found.text) : undefined
        if (isCurrent && found && restored !== undefined) setKept({ at: found.at, value: restored })
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [client, id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a timer that runs already takes the newest text
  useEffect(() => {
    if (text !== sent.current && timer.current === undefined && !isOver.current)
      timer.current = setTimeout(keepQuietly, KEEP_MS)
  }, [text])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the life of the form
  useEffect(() => {
    const letGo = beforeLeaving(keep)
    const hide = () => document.visibilityState === 'hidden' && keepQuietly()
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', keepQuietly)
    return () => {
      if (timer.current !== undefined) keepQuietly()
      letGo()
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pagehide', keepQuietly)
    }
  }, [id])

  function forget(): void {
    isOver.current = true
    clearTimeout(timer.current)
    timer.current = undefined
    setKept(undefined)
    client.drafts.discard({ key: id }).catch(() => undefined)
  }

  return {
    offer:
      kept && JSON.stringify(kept.value) !== JSON.stringify(value)
        ? {
            at: kept.at,
            text: textOf(kept.value),
            restore() {
              onRestore(kept.value)
              sent.current = JSON.stringify(kept.value)
              setKept(undefined)
            },
            discard() {
              setKept(undefined)
              if (typed.current === undefined) client.drafts.discard({ key: id }).catch(() => undefined)
            },
          }
        : undefined,
    forget,
  }
}

function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}
