import { Input } from 'antd'
import type { Requirement } from '../../../shared/contract/rectifications.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './TaskCard.module.css'

const TEXTS: Partial<Record<Requirement, { label: MessageKey; hint?: MessageKey }>> = {
  reason: { label: 'rectifications.form.reason' },
  'result-note': { label: 'rectifications.form.resultNote', hint: 'rectifications.form.resultHint' },
  'check-note': { label: 'rectifications.form.checkNote', hint: 'rectifications.form.checkHint' },
  'photo-or-note': { label: 'rectifications.form.photoOrNote' },
}
const LAYERED: { label: MessageKey; hint?: MessageKey } = {
  label: 'rectifications.form.restored',
  hint: 'rectifications.form.resultHint',
}
const CHECK_PHRASES = [
  'rectifications.form.phraseSeen',
  'rectifications.form.phrasePhoto',
  'rectifications.form.phraseThree',
] as const

interface NoteFieldProps {
  requirement: Requirement
  isFirst: boolean
  /** The note is then the first of several layers. */
  hasLayers?: boolean
  draft: { note: string }
  problems: Record<string, string | undefined>
  onChange: (change: { note: string }) => void
}

export function NoteField({ requirement, isFirst, hasLayers = false, draft, problems, onChange }: NoteFieldProps) {
  const t = useTranslate()
  const { label, hint } = (hasLayers ? LAYERED : undefined) ??
    TEXTS[requirement] ?? { label: 'rectifications.form.note' as const }
  return (
    <div>
      <Field label={t(label)} error={problems[requirement]}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus={isFirst}
            rows={2}
            maxLength={1000}
            value={draft.note}
            placeholder={hint && t(hint)}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      {requirement === 'check-note' && (
        <div className={styles.phrases}>
          <span className="faint">{t('rectifications.form.phrases')}</span>
          {CHECK_PHRASES.map((key) => (
            <button key={key} type="button" onClick={() => onChange({ note: t(key) })}>
              {t(key)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
