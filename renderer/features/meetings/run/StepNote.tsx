import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeError } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { Field } from '../../../ui/Field.tsx'

const KEEP_MS = 500

/** Kept while it is typed: the log writes itself. */
export function StepNote({ meeting, position, saved }: { meeting: string; position: number; saved: string }) {
  const t = useTranslate()
  const cache = useQueryClient()
  const note = useMutation(useApi().meetings.note.mutationOptions())
  const [words, setWords] = useState(saved)
  const latest = useRef({ words, kept: saved, note })
  latest.current.words = words
  latest.current.note = note

  function keep() {
    const { words: typed, kept } = latest.current
    if (typed === kept) return
    latest.current.kept = typed
    latest.current.note.mutate(
      { meeting, position, words: typed, basedOn: kept },
      {
        onError() {
          latest.current.kept = kept
          void cache.invalidateQueries({ queryKey: [['meetings', 'read']] })
        },
      },
    )
  }
  const isOthers = note.error !== null && describeError(note.error, t).code === 'conflict'
  // What another window wrote has been shown: the next change is made knowing it.
  useEffect(() => {
    if (isOthers) latest.current.kept = saved
  }, [saved, isOthers])
  useEffect(() => {
    if (words === latest.current.kept) return
    const timer = setTimeout(keep, KEEP_MS)
    return () => clearTimeout(timer)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed last is kept once, when the step is left
  useEffect(() => keep, [])
  return (
    <Field
      label={t('meetings.run.note')}
      isOptional
      error={isOthers ? t('meetings.run.noteOther', { words: saved || '—' }) : undefined}
    >
      {(ids) => (
        <Input.TextArea
          {...ids}
          rows={2}
          maxLength={2000}
          value={words}
          placeholder={t('meetings.run.noteHint')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
    </Field>
  )
}
