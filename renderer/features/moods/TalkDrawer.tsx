import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { CareGuide } from '../../../shared/contract/mood-care.ts'
import { CARE_OUTCOMES, type CareOutcome, type CareTalk, type MoodScale } from '../../../shared/contract/moods.ts'
import { navigate } from '../../app/route-store.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'
import { GuideSheet } from './GuideSheet.tsx'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

const EMPTY = { outcome: 'talked' as CareOutcome, nextOn: null as string | null, actions: [] as string[], note: '' }
const MOST_LETTERS = 2000

interface TalkDrawerProps {
  person: CareTalk['person']
  guide: CareGuide
  scale: MoodScale
  takesNotes: boolean
  days: number
  onClose: () => void
}

/** What was agreed, with how to talk beside it. */
export function TalkDrawer({ person, guide, scale, takesNotes, days, onClose }: TalkDrawerProps) {
  const t = useTranslate()
  const language = useLanguage()
  const [draft, setDraft] = useState(EMPTY)
  const record = useMutation(useApi().moods.recordTalk.mutationOptions({ meta: { showsFailure: true } }))
  const wrong = describeFields(record.error, t)
  const isDirty = draft.note !== '' || draft.nextOn !== null || draft.actions.length > 0

  function save() {
    record.mutate(
      { ...draft, person: person.uid, note: draft.note.trim() || null },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('moods.care.saved') })
          onClose()
        },
      },
    )
  }

  return (
    <FormDrawer
      title={t('moods.care.form', { name: person.name })}
      isOpen
      width={880}
      isDirty={isDirty}
      isSaving={record.isPending}
      error={record.error}
      onSave={save}
      onClose={onClose}
    >
      <div className={styles.beside}>
        <div className={styles.form}>
          <Field label={t('moods.care.outcome')}>
            {({ id }) => (
              <Segmented<CareOutcome>
                id={id}
                aria-label={t('moods.care.outcome')}
                value={draft.outcome}
                options={CARE_OUTCOMES.map((one) => ({ value: one, label: t(`moods.care.outcomes.${one}`) }))}
                onChange={(outcome) => setDraft({ ...draft, outcome })}
              />
            )}
          </Field>
          <Field label={t('moods.care.nextOn')} isOptional error={wrong.nextOn}>
            {(ids) => <DayField {...ids} value={draft.nextOn} onChange={(nextOn) => setDraft({ ...draft, nextOn })} />}
          </Field>
          <Field label={t('moods.care.actions')} isOptional>
            {({ id }) => (
              <Checkbox.Group
                className={styles.checks ?? ''}
                value={draft.actions}
                options={guide.actions.map((one, index) => ({
                  value: one.id,
                  label: wordIn(one.name, language),
                  ...(index === 0 && { id }),
                }))}
                onChange={(actions) => setDraft({ ...draft, actions })}
              />
            )}
          </Field>
          <Field
            label={t('moods.care.note')}
            isOptional
            error={wrong.note}
            help={
              takesNotes ? (
                t('moods.care.noteHelp', { days })
              ) : (
                <>
                  {t('moods.care.noteShut')}{' '}
                  <Button type="link" size="small" onClick={() => navigate('/settings', { tab: 'vault' })}>
                    {t('moods.care.toVault')}
                  </Button>
                </>
              )
            }
          >
            {(ids) => (
              <Input.TextArea
                {...ids}
                rows={5}
                disabled={!takesNotes}
                maxLength={MOST_LETTERS}
                value={draft.note}
                onChange={(event) => setDraft({ ...draft, note: event.target.value })}
              />
            )}
          </Field>
        </div>
        <GuideSheet guide={guide} scale={scale} />
      </div>
    </FormDrawer>
  )
}
