import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AwardGate } from '../../../../shared/contract/award-cards.ts'
import { navigate } from '../../../app/route-store.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag, type Tone } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import type { AwardPartProps } from './AwardPage.tsx'

const TONES: Record<AwardGate['result'], Tone> = { clear: 'pine', found: 'red', unknown: 'amber' }

/** Every veto with what the records say, or who confirmed it. For the head. */
export function GatesPanel(props: AwardPartProps) {
  const t = useTranslate()
  const { card, words, actions, may } = props
  const [confirming, setConfirming] = useState<AwardGate>()
  const gates = words.kindOf(card.award.kind)?.gates ?? []
  const nameOf = (id: string) => {
    const gate = gates.find((one) => one.id === id)
    return gate ? words.text(gate) : id
  }
  const isAsked = (gate: AwardGate) => gate.at !== null || !gates.find(({ id }) => id === gate.gate)?.isByData
  return (
    <Panel
      title={t('awardViews.card.gates')}
      isPadded
      extra={
        may('check-gates') && (
          <Button
            size="small"
            loading={actions.checkGates.isPending}
            onClick={() => actions.checkGates.mutate({ uid: card.award.uid })}
          >
            {t('awardViews.gates.check')}
          </Button>
        )
      }
    >
      <ul className={styles.gates}>
        {card.gates.map((gate) => (
          <li key={gate.gate}>
            <div className={styles.gate}>
              <span>{nameOf(gate.gate)}</span>
              <StatusTag tone={TONES[gate.result]}>
                {t(gate.at === null ? 'awardViews.gates.notAsked' : `awardViews.gates.${gate.result}`)}
              </StatusTag>
              {may('check-gates') && gate.result === 'unknown' && isAsked(gate) && (
                <Button size="small" onClick={() => setConfirming(gate)}>
                  {t('awardViews.gates.confirm')}
                </Button>
              )}
            </div>
            {gate.records.length > 0 && (
              <p className="faint">
                {gate.records.map(({ kind, uid, text }) =>
                  kind === 'rectification' ? (
                    <button
                      key={uid}
                      type="button"
                      className={styles.link}
                      onClick={() => navigate('/rectifications', { task: uid })}
                    >
                      {text}
                    </button>
                  ) : (
                    <span key={uid}>
                      {kind === 'person' ? text : t(`awardViews.gates.${kind}`, { figures: text })}{' '}
                    </span>
                  ),
                )}
              </p>
            )}
            {gate.confirmedBy && (
              <p className="faint">
                {t('awardViews.gates.confirmed', { name: gate.confirmedBy, note: gate.note ?? '' })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {confirming && (
        <ConfirmGate
          {...props}
          gate={confirming}
          name={nameOf(confirming.gate)}
          onClose={() => setConfirming(undefined)}
        />
      )}
    </Panel>
  )
}

function ConfirmGate(props: AwardPartProps & { gate: AwardGate; name: string; onClose: () => void }) {
  const t = useTranslate()
  const { card, actions, gate, name, onClose } = props
  const [note, setNote] = useState('')
  const { confirmGate } = actions
  const send = (result: 'clear' | 'found') =>
    confirmGate.mutate({ uid: card.award.uid, gate: gate.gate, result, note }, { onSuccess: onClose })
  return (
    <FormDrawer
      isOpen
      title={t('awardViews.gates.confirm')}
      isDirty={note !== ''}
      isSaving={confirmGate.isPending}
      error={confirmGate.error ?? undefined}
      saveLabel={t('awardViews.gates.isClear')}
      extra={
        <Button danger loading={confirmGate.isPending} onClick={() => send('found')}>
          {t('awardViews.gates.isFound')}
        </Button>
      }
      onSave={() => send('clear')}
      onClose={onClose}
    >
      <p>{name}</p>
      <Field
        label={t('awardViews.gates.note')}
        help={t('awardViews.gates.noteHelp')}
        error={describeFields(confirmGate.error, t).note}
      >
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            autoComplete="off"
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
