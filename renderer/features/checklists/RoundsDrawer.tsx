import { useMutation } from '@tanstack/react-query'
import { ConfigProvider, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { OWNERS, type Round } from '../../../shared/contract/checklists.ts'
import { useApi } from '../../services/use-client.ts'
import { ClockField, isClock } from '../../ui/ClockField.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Checklists.module.css'
import type { ChecklistWords } from './use-words.ts'

const KINDS = ['weekday', 'weekend', 'makeup'] as const
type Kind = (typeof KINDS)[number]

/** When each round is held, by kind of day, who walks it and how long it should take. */
export function RoundsDrawer({
  rounds,
  words,
  mayEdit,
  onClose,
}: {
  rounds: readonly Round[]
  words: ChecklistWords
  mayEdit: boolean
  onClose: () => void
}) {
  const { t } = words
  const [draft, setDraft] = useState<readonly Round[]>(rounds)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>()
  const update = useMutation(useApi().checklists.updateRound.mutationOptions({ meta: { showsFailure: true } }))
  const changed = draft.filter((round, index) => JSON.stringify(round) !== JSON.stringify(rounds[index]))
  const hasFault = draft.some((round) => KINDS.some((kind) => isWrong(round, kind)))

  async function sendAll(all: readonly Round[]) {
    for (const { zh: _zh, en: _en, ...round } of all) await update.mutateAsync(round)
  }

  async function save() {
    if (hasFault) return
    setSaving(true)
    setError(undefined)
    try {
      await sendAll(changed)
      const before = rounds.filter(({ id }) => changed.some((round) => round.id === id))
      notify({ tone: 'done', text: t('checklists.rounds.saved'), undo: () => void sendAll(before).catch(setError) })
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setSaving(false)
    }
  }

  const put = (id: string, change: Partial<Round>) =>
    setDraft(draft.map((round) => (round.id === id ? { ...round, ...change } : round)))

  return (
    <FormDrawer
      isOpen
      width={1010}
      title={t('checklists.rounds.title')}
      isDirty={changed.length > 0}
      isSaving={isSaving}
      error={error}
      onSave={() => (mayEdit ? void save() : onClose())}
      onClose={onClose}
      {...(!mayEdit && { saveLabel: t('common.close') })}
    >
      <p className="muted">{t(mayEdit ? 'checklists.rounds.note' : 'checklists.rounds.onlyHead')}</p>
      <ConfigProvider componentDisabled={!mayEdit}>
        <table className={styles.times}>
          <thead>
            <tr>
              <th>{t('checklists.rounds.round')}</th>
              <th>{t('checklists.rounds.patroller')}</th>
              <th>{t('checklists.rounds.minutes')}</th>
              {KINDS.map((kind) => (
                <th key={kind}>{t(`checklists.rounds.${kind}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.map((round) => (
              <tr key={round.id}>
                <th scope="row">{words.pick(round.zh, round.en)}</th>
                <td>
                  <Select
                    aria-label={t('checklists.rounds.patroller')}
                    style={{ width: 150 }}
                    value={round.patrollerRole}
                    options={OWNERS.map((owner) => ({ value: owner, label: t(`checklists.owner.${owner}`) }))}
                    onChange={(patrollerRole) => put(round.id, { patrollerRole })}
                  />
                </td>
                <td>
                  <InputNumber
                    aria-label={t('checklists.rounds.minutes')}
                    style={{ width: 96 }}
                    min={1}
                    max={240}
                    precision={0}
                    suffix={t('checklists.rounds.minutesUnit')}
                    value={round.plannedMinutes}
                    onChange={(minutes) => put(round.id, { plannedMinutes: minutes ?? 1 })}
                  />
                </td>
                {KINDS.map((kind) => (
                  <td key={kind}>
                    <WindowField
                      round={round}
                      kind={kind}
                      words={words}
                      onChange={(window) => put(round.id, { windows: { ...round.windows, [kind]: window } })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ConfigProvider>
      {hasFault && (
        <div className={styles.wrong} role="alert">
          {t('checklists.rounds.wrong')}
        </div>
      )}
    </FormDrawer>
  )
}

function WindowField({
  round,
  kind,
  words,
  onChange,
}: {
  round: Round
  kind: Kind
  words: ChecklistWords
  onChange: (window: Round['windows'][Kind]) => void
}) {
  const { t } = words
  const window = round.windows[kind]
  const names = { round: words.pick(round.zh, round.en), kind: t(`checklists.rounds.${kind}`) }
  const wrong = isWrong(round, kind)
  return (
    <div className={styles.window}>
      <Switch
        size="small"
        checked={window !== null}
        aria-label={t('checklists.rounds.held', names)}
        onChange={(isHeld) => onChange(isHeld ? (round.windows.weekday ?? { start: '09:00', end: '09:30' }) : null)}
      />
      {window ? (
        <>
          <ClockField
            label={t('checklists.rounds.start', names)}
            value={window.start}
            isWrong={wrong}
            onChange={(start) => onChange({ ...window, start })}
          />
          <span className="faint">–</span>
          <ClockField
            label={t('checklists.rounds.end', names)}
            value={window.end}
            isWrong={wrong}
            onChange={(end) => onChange({ ...window, end })}
          />
        </>
      ) : (
        <span className="faint">{t('checklists.rounds.notHeld')}</span>
      )}
    </div>
  )
}

function isWrong(round: Round, kind: Kind): boolean {
  const window = round.windows[kind]
  return window !== null && (!isClock(window.start) || !isClock(window.end) || window.start >= window.end)
}
