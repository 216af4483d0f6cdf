import { DatePicker, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { MOST_COST_FEN, type RectificationCard, type Requirement } from '../../../shared/contract/rectifications.ts'
import { addDays, instantOf, parseClock } from '../../../shared/domain/business-day.ts'
import { FEN_PER_YUAN } from '../../../shared/domain/money.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import { PhotoField } from '../../ui/photos/PhotoField.tsx'
import type { PhotoList } from '../../ui/photos/use-photo-list.ts'
import { CauseFields } from './CauseFields.tsx'
import { isAct, type MoveDraft, type Step } from './move-draft.ts'
import { NoteField } from './NoteField.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import { RedoField } from './RedoField.tsx'

export interface MoveFieldsProps {
  card: RectificationCard
  move: Step
  draft: MoveDraft
  /** Requirement → sentence. */
  problems: Record<string, string | undefined>
  photos: PhotoList
  onChange: (change: Partial<MoveDraft>) => void
}

/** Texts with their own column in the task. */
const LINES = {
  'waiting-for': ['waitingFor', 'rectifications.form.waitingFor', 'rectifications.form.waitingHint'],
  'temporary-measure': [
    'temporaryMeasure',
    'rectifications.form.temporaryMeasure',
    'rectifications.form.temporaryHint',
  ],
  'measure-layer': ['measure', 'rectifications.form.measure', 'rectifications.form.measureHint'],
  'prevention-layer': ['prevention', 'rectifications.form.prevention', 'rectifications.form.preventionHint'],
  decision: ['decision', 'rectifications.form.decision', 'rectifications.form.decisionHint'],
} as const satisfies Partial<Record<Requirement, readonly [keyof MoveDraft, MessageKey, MessageKey]>>

export function MoveFields(props: MoveFieldsProps) {
  const first = props.move.requires[0]
  return (
    <>
      {props.move.requires.map((requirement) => (
        <RequiredField key={requirement} requirement={requirement} isFirst={requirement === first} {...props} />
      ))}
      {!isAct(props.move) && props.move.to === 'submitted' && <CostField {...props} />}
    </>
  )
}

function CostField({ draft, problems, onChange }: MoveFieldsProps) {
  const t = useTranslate()
  return (
    <Field label={t('rectifications.form.cost')} isOptional error={problems.costFen}>
      {(ids) => (
        <InputNumber
          {...ids}
          style={{ width: '100%' }}
          min={0}
          max={MOST_COST_FEN / FEN_PER_YUAN}
          precision={2}
          controls={false}
          value={draft.cost}
          placeholder={t('rectifications.form.costHint')}
          onChange={(cost) => onChange({ cost })}
        />
      )}
    </Field>
  )
}

/** A day that is expected, or the last on which nothing is shouted. */
function dayLabel(step: Step): MessageKey {
  const isKnown = isAct(step) && step.act === 'known-until'
  return isKnown ? 'rectifications.form.knownUntil' : 'rectifications.form.expectedOn'
}

interface RequiredFieldProps extends MoveFieldsProps {
  requirement: Requirement
  isFirst: boolean
}

function RequiredField(props: RequiredFieldProps) {
  const t = useTranslate()
  const { requirement, isFirst, draft, problems, onChange } = props
  switch (requirement) {
    case 'owner':
      return (
        <Field label={t('rectifications.form.owner')} error={problems.owner}>
          {(ids) => (
            <OwnerPicker {...ids} isFirst={isFirst} value={draft.owner} onChange={(owner) => onChange({ owner })} />
          )}
        </Field>
      )
    case 'due':
      return <DueField {...props} />
    case 'waiting-for':
    case 'temporary-measure':
    case 'measure-layer':
    case 'prevention-layer':
    case 'decision': {
      const [name, label, hint] = LINES[requirement]
      return (
        <Field label={t(label)} error={problems[requirement]}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus={isFirst}
              autoComplete="off"
              maxLength={1000}
              value={draft[name]}
              placeholder={t(hint)}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      )
    }
    case 'expected-date':
      return (
        <Field label={t(dayLabel(props.move))} error={problems['expected-date']}>
          {(ids) => <DayField {...ids} value={draft.expectedOn} onChange={(expectedOn) => onChange({ expectedOn })} />}
        </Field>
      )
    case 'redo':
      return (
        <RedoField
          card={props.card}
          value={draft.redo}
          problem={problems.redo}
          onChange={(redo) => onChange({ redo })}
        />
      )
    case 'cause':
      return <CauseFields {...props} />
    case 'photo-if-item-allows':
      return <Photos {...props} />
    case 'photo-or-note':
      return (
        <>
          <NoteField {...props} />
          <Photos {...props} />
        </>
      )
    default:
      return <NoteField {...props} hasLayers={props.move.requires.includes('measure-layer')} />
  }
}

function Photos({ card, problems, photos }: RequiredFieldProps) {
  const t = useTranslate()
  if (!card.photoAllowed) return <p className="muted">{t('rectifications.form.photosOff')}</p>
  return (
    <Field
      label={t('rectifications.form.photos')}
      isOptional={!card.photoRequired}
      help={card.photoRequired ? t('rectifications.form.photosRequired') : undefined}
      error={problems['photo-if-item-allows']}
    >
      {() => <PhotoField list={photos} />}
    </Field>
  )
}

const FORMAT = 'YYYY-MM-DD HH:mm'

/** Shows and reads the outlet's clock, whatever this machine's zone is. */
function DueField({ draft, problems, onChange }: RequiredFieldProps) {
  const t = useTranslate()
  const { zone, today } = useSignedIn()
  const dayAt = (days: number) => dayjs(`${addDays(today, days)} 17:00`)

  function choose(wall: string | undefined) {
    const [day, clock] = wall?.split(' ') ?? []
    onChange({ dueAt: day && clock ? instantOf(day, parseClock(clock), zone) : undefined })
  }

  return (
    <Field label={t('rectifications.form.due')} error={problems.due}>
      {(ids) => (
        <DatePicker
          {...ids}
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format={FORMAT}
          needConfirm={false}
          value={draft.dueAt === undefined ? null : dayjs(formatInstant(draft.dueAt, zone))}
          presets={[
            { label: t('rectifications.form.dueToday'), value: dayAt(0) },
            { label: t('rectifications.form.dueTomorrow'), value: dayAt(1) },
            { label: t('rectifications.form.dueThreeDays'), value: dayAt(3) },
          ]}
          onChange={(at) => choose(at?.format(FORMAT))}
        />
      )}
    </Field>
  )
}
