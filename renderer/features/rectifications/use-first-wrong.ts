import { useEffect, useRef } from 'react'

/** After each attempt to save: brings the first field that is wrong into sight and puts the cursor there. */
export function useFirstWrong(attempts: number) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (attempts === 0) return
    const alert = form.current?.querySelector('[role="alert"]')
    const field = alert?.parentElement
    if (!field) return
    field.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'center' })
  }, [attempts])
  return form
}
