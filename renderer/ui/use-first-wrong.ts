import { useEffect, useRef } from 'react'

/**
 * After each attempt to save, and when the service has found something wrong: brings the first wrong field into sight
 * and puts the cursor there.
 */
export function useFirstWrong(attempts: number, error?: unknown) {
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that names fields comes after the attempt
  useEffect(() => {
    if (attempts === 0) return
    const field = form.current?.querySelector('[data-wrong]')
    if (!field) return
    const control =
      field.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      field.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')
    control?.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'center' })
  }, [attempts, error])
  return form
}
