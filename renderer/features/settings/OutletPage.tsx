import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider, InputNumber, Switch } from 'antd'
import { useEffect, useState } from 'react'
import type { OutletSettings } from '../../../shared/contract/settings.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useRouteGuard } from '../../app/use-route-guard.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ClockField } from '../../ui/ClockField.tsx'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Settings.module.css'
import { faultsOf, type SettingsDraft, settingsFrom } from './settings-faults.ts'

export function OutletPage({ mayEdit }: { mayEdit: boolean }) {
  const settings = useQuery(useApi().settings.read.queryOptions({ input: {} }))
  if (settings.error && !settings.data) {
    return <Failure error={settings.error} onRetry={() => void settings.refetch()} />
  }
  if (!settings.data) return <LoadingRows rows={6} />
  return <OutletForm saved={settings.data} mayEdit={mayEdit} />
}

function OutletForm({ saved, mayEdit }: { saved: OutletSettings; mayEdit: boolean }) {
  const t = useTranslate()
  const { settings } = useApi()
  const [draft, setDraft] = useState<SettingsDraft>(saved)
  const save = useMutation(settings.save.mutationOptions())
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved)
  const sent = settingsFrom(draft)

  const guard = useRouteGuard(mayEdit && isDirty)

  // What somebody else saved, or an undo, shows at once.
  useEffect(() => setDraft(saved), [saved])

  function submit() {
    if (!isDirty || !sent || save.isPending) return
    save.mutate(sent, {
      onSuccess: () => notify({ tone: 'done', text: t('settings.saved'), undo: () => save.mutate(saved) }),
    })
  }

  useCommands([{ id: 'settings-save', key: 'settings.save', shortcut: 'Ctrl+S', when: () => mayEdit, run: submit }])
  useKeyHints(mayEdit ? [{ keys: ['Ctrl+S'], text: t('settings.hints.save') }] : [])

  const put = (change: Partial<SettingsDraft>) => setDraft({ ...draft, ...change })
  const parts = { draft, put }
  return (
    <ConfigProvider componentDisabled={!mayEdit}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <HoursPanel {...parts} />
          <SwitchesPanel {...parts} />
          <LockPanel {...parts} />
        </div>
        <ParametersPanel {...parts} />
      </div>
      {mayEdit && isDirty && (
        <div className={styles.saveBar}>
          <b>{t('settings.unsaved')}</b>
          <Button onClick={() => setDraft(saved)}>{t('settings.revert')}</Button>
          <Button type="primary" disabled={!sent} loading={save.isPending} onClick={submit}>
            {t('settings.save')} <Kbd keys="Ctrl+S" onDark />
          </Button>
        </div>
      )}
      <ConfirmDanger
        isOpen={guard.isAsking}
        title={t('settings.leaveTitle')}
        text={t('settings.leaveText')}
        confirmLabel={t('settings.revert')}
        cancelLabel={t('common.keepEditing')}
        onConfirm={guard.discard}
        onCancel={guard.stay}
      />
    </ConfigProvider>
  )
}

interface PartProps {
  draft: SettingsDraft
  put: (change: Partial<SettingsDraft>) => void
}

function HoursPanel({ draft, put }: PartProps) {
  const t = useTranslate()
  const faults = faultsOf(draft).hours
  const kinds = ['weekday', 'weekend'] as const
  return (
    <Panel title={t('settings.hours.title')} isPadded>
      <dl className={styles.choices}>
        <dt>{t('settings.hours.openOn')}</dt>
        <dd className={styles.switches}>
          {(['weekday', 'makeup', 'weekend', 'holiday'] as const).map((kind) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside
            <label key={kind}>
              <Switch
                size="small"
                checked={draft.openOn[kind]}
                onChange={(isOpen) => put({ openOn: { ...draft.openOn, [kind]: isOpen } })}
              />
              {t(`settings.hours.${kind}`)}
            </label>
          ))}
        </dd>
        {kinds.map((kind) => {
          const [open, close] = draft.hours[kind]
          const name = t(`settings.hours.${kind}Hours`)
          const set = (window: [string, string]) => put({ hours: { ...draft.hours, [kind]: window } })
          return (
            <HoursRow key={kind} name={name}>
              <ClockField
                label={t('settings.hours.open', { kind: name })}
                value={open}
                isWrong={faults.includes(kind)}
                onChange={(clock) => set([clock, close])}
              />
              <span className="faint">–</span>
              <ClockField
                label={t('settings.hours.close', { kind: name })}
                value={close}
                isWrong={faults.includes(kind)}
                onChange={(clock) => set([open, clock])}
              />
            </HoursRow>
          )
        })}
      </dl>
      {faults.length > 0 && (
        <p className={styles.wrong} role="alert">
          {t('settings.hours.wrong')}
        </p>
      )}
      <p className={styles.note}>{t('settings.hours.note')}</p>
    </Panel>
  )
}

function HoursRow({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.window}>{children}</dd>
    </>
  )
}

/** Switches and parameters of later versions show under their own names. */
function nameOf(t: ReturnType<typeof useTranslate>, group: string, id: string): string {
  const key = `settings.${group}.${id}` as MessageKey
  const text = t(key)
  return text === key ? id : text
}

function SwitchesPanel({ draft, put }: PartProps) {
  const t = useTranslate()
  return (
    <Panel title={t('settings.switches.title')} isPadded>
      <div className={styles.switches}>
        {Object.entries(draft.switches).map(([id, isOn]) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside
          <label key={id}>
            <Switch
              size="small"
              checked={isOn}
              onChange={(value) => put({ switches: { ...draft.switches, [id]: value } })}
            />
            {nameOf(t, 'switches', id)}
          </label>
        ))}
      </div>
      <p className={styles.note}>{t('settings.switches.note')}</p>
    </Panel>
  )
}

function LockPanel({ draft, put }: PartProps) {
  const t = useTranslate()
  return (
    <Panel title={t('settings.lock.title')} isPadded>
      <dl className={styles.choices}>
        <dt>{t('settings.lock.after')}</dt>
        <dd>
          <InputNumber
            style={{ width: 148 }}
            min={1}
            max={30}
            precision={0}
            value={draft.lockAfterMinutes}
            {...(draft.lockAfterMinutes === null && { status: 'error' as const })}
            suffix={t('settings.lock.unit')}
            aria-label={t('settings.lock.after')}
            onChange={(lockAfterMinutes) => put({ lockAfterMinutes })}
          />
        </dd>
      </dl>
      <p className={styles.note}>{t('settings.lock.note')}</p>
    </Panel>
  )
}

function ParametersPanel({ draft, put }: PartProps) {
  const t = useTranslate()
  return (
    <Panel title={t('settings.parameters.title')} isPadded>
      <table className={styles.parameters}>
        <thead>
          <tr>
            <th>{t('settings.parameters.name')}</th>
            <th>{t('settings.parameters.value')}</th>
            <th>{t('settings.parameters.source')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(draft.parameters).map(([id, value]) => (
            <tr key={id}>
              <th scope="row">{nameOf(t, 'parameters', id)}</th>
              <td>
                <InputNumber
                  style={{ width: 148 }}
                  value={value}
                  {...(value === null && { status: 'error' as const })}
                  suffix={nameOf(t, 'unit', id)}
                  aria-label={nameOf(t, 'parameters', id)}
                  onChange={(number) => put({ parameters: { ...draft.parameters, [id]: number } })}
                />
              </td>
              <td className="muted">{nameOf(t, 'sourceOf', id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faultsOf(draft).parameters.length > 0 && (
        <p className={styles.wrong} role="alert">
          {t('settings.parameters.wrong')}
        </p>
      )}
      <p className={styles.note}>{t('settings.parameters.note')}</p>
    </Panel>
  )
}
