import { useState } from 'react'

/** Leaving asks first while `isDirty`. */
export function useLeaveGuard(isDirty: boolean, onLeave: () => void) {
  const [isAsking, setAsking] = useState(false)
  return {
    isAsking,
    leave: () => (isDirty ? setAsking(true) : onLeave()),
    stay: () => setAsking(false),
    discard: () => {
      setAsking(false)
      onLeave()
    },
  }
}
