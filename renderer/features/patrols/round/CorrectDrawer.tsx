import { useMutation } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import { ANSWERS, type Answer } from '../../../../shared/contract/patrols.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { formatInstant } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { notify } from '../../../ui/toast-store.ts'
import { parseReading, readingWords } from './reading-words.ts'
import type { RoundBook } from './round-book.ts'

interface CorrectDrawerProps {
  book: RoundBook
  item: ChecklistItem
  onClose: () => void
}

interface Draft {
  /** Undefined: nobody answered, and nothing is chosen yet. */
  value: Answer['value'] | undefined
  note: string
  reading: string
  reason: string
}

/** Changes one answer of a submitted round; the first one stays, and the reason stands in the audit chain. */
export function CorrectDrawer({ book, item, onClose }: CorrectDrawerProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const before = book.answers.get(item.id)
  const [start] = useState<Draft>(() => ({
    ...draftOf(before),
    reason: !before && item.id in book.sheet.answerableFrom ? t('patrols.later.missing') : '',
  }))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const correct = useMutation(useApi().patrols.correct.mutationOptions({ meta: { showsFailure: true } }))
  const fields = describeFields(correct.error, t)
  const [wasTried, setTried] = useState(false)
  const reading = parseReading(draft.reading)
  const isNoNumber = Number.isNaN(reading)
  const words = item.reading && readingWords(item.reading, book.sheet.parameters, language, t)

  function save(): void {
    const { value, reason } = draft
    setTried(true)
    if (value === undefined || isNoNumber) return
    const answer = { item: item.id, value, note: draft.note.trim() || null, reading, photos: before?.photos ?? [] }
    correct.mutate(
      {
        uid: book.sheet.patrol.uid,
        reason,
        answer: { ...answer, basedOn: before?.revision ?? 0, ...(before ? { seenAt: before.seenAt } : {}) },
      },
      {
        onSuccess({ conflicts }) {
          const isTaken = conflicts.length > 0
          notify({
            tone: isTaken ? 'failed' : 'done',
            text: t(isTaken ? 'patrols.done.correctConflict' : 'patrols.done.corrected'),
          })
          onClose()
        },
      },
    )
  }

  return (
    <FormDrawer
      isOpen
      title={t('patrols.done.correctTitle', { item: textIn(item, language) })}
      isDirty={JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={correct.isPending}
      error={correct.error ?? undefined}
      saveLabel={t('patrols.done.correct')}
      onSave={save}
      onClose={onClose}
    >
      <p className="muted">
        {before
          ? t('patrols.done.correctNow', {
              answer: t(`patrols.answersFull.${before.value}`),
              name: before.by.name,
              time: formatInstant(before.enteredAt, zone),
            })
          : t('patrols.done.correctNone')}
      </p>
      <Field
        label={t('patrols.done.correctTo')}
        error={wasTried && draft.value === undefined ? t('patrols.done.correctChoose') : undefined}
      >
        {() => (
          <Radio.Group
            optionType="button"
            value={draft.value}
            onChange={(event) => change({ value: event.target.value })}
          >
            {ANSWERS.map((value) => (
              <Radio.Button key={value} value={value} autoFocus={value === (start.value ?? ANSWERS[0])}>
                {t(`patrols.answers.${value}`)}
              </Radio.Button>
            ))}
          </Radio.Group>
        )}
      </Field>
      {words && (
        <Field
          label={words.label}
          help={words.limits}
          error={
            wasTried && isNoNumber ? t('patrols.done.correctNumber') : (fields['answer.reading'] ?? fields.reading)
          }
        >
          {(ids) => (
            <Input
              {...ids}
              inputMode="decimal"
              suffix={words.unit}
              value={draft.reading}
              onChange={(event) => change({ reading: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t('patrols.item.note')} error={fields['answer.note'] ?? fields.note}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={2}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('patrols.done.correctReason')} help={t('patrols.done.correctReasonHelp')} error={fields.reason}>
        {(ids) => <Input {...ids} value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />}
      </Field>
    </FormDrawer>
  )
}

function draftOf(before: Answer | undefined): Omit<Draft, 'reason'> {
  return {
    value: before?.value,
    note: before?.note ?? '',
    reading: before?.reading === null || before === undefined ? '' : String(before.reading),
  }
}
