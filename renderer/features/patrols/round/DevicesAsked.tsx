import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { Device } from '../../../../shared/contract/devices.ts'
import { UPTIME_INDICATOR } from '../../../../shared/domain/device-uptime.ts'
import { shortInstant } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { useApi } from '../../../services/use-client.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import styles from './TaskCard.module.css'

const FIRST_CHOICE = 'devices-asked-first'

interface DevicesAskedProps {
  patrolUid: string
  item: ChecklistItem
  /** What the service has saved; nothing is asked of a tick on its way. */
  isFailed: boolean
  isReadOnly: boolean
}

/** A failing item that feeds uptime: which of the zone's devices is it? One key goes there. */
export function DevicesAsked({ patrolUid, item, isFailed, isReadOnly }: DevicesAskedProps) {
  if (!isFailed || !item.feeds?.includes(UPTIME_INDICATOR)) return null
  return <Asked key={item.id} patrolUid={patrolUid} item={item.id} isReadOnly={isReadOnly} />
}

function Asked({ patrolUid, item, isReadOnly }: { patrolUid: string; item: string; isReadOnly: boolean }) {
  const t = useTranslate()
  const api = useApi()
  const { data } = useQuery(api.devices.ofAnswer.queryOptions({ input: { patrolUid, item } }))
  const save = useMutation(api.devices.nameForAnswer.mutationOptions())
  const [chosen, setChosen] = useState<readonly string[]>()
  useCommands([
    {
      id: 'round-devices',
      key: 'devices.round.title',
      shortcut: 'D',
      when: () => !isReadOnly && (data?.devices.length ?? 0) > 1,
      run: () => document.getElementById(FIRST_CHOICE)?.focus(),
    },
  ])
  if (!data) return null
  const { devices, named } = data
  const marked = chosen ?? named
  const isChanged = chosen !== undefined && [...chosen].sort().join() !== [...named].sort().join()

  function toggle(uid: string, isOn: boolean) {
    setChosen(isOn ? [...marked, uid] : marked.filter((other) => other !== uid))
  }

  function send() {
    save.mutate({ patrolUid, item, devices: [...marked] }, { onSuccess: () => setChosen(undefined) })
  }

  return (
    <section className={styles.card} aria-label={t('devices.round.title')}>
      <header>
        <h3>
          {t('devices.round.title')} {!isReadOnly && devices.length > 1 && <Kbd keys="D" />}
        </h3>
      </header>
      {devices.length === 0 && <p className="faint">{t('devices.round.none')}</p>}
      {devices.map((device, index) => (
        <Choice
          key={device.uid}
          device={device}
          id={index === 0 ? FIRST_CHOICE : undefined}
          isMarked={marked.includes(device.uid)}
          isReadOnly={isReadOnly}
          isNamed={named.includes(device.uid)}
          onToggle={(isOn) => toggle(device.uid, isOn)}
        />
      ))}
      {!isReadOnly && devices.length > 0 && <p className="faint">{t('devices.round.help')}</p>}
      {isChanged && (
        <Button size="small" type="primary" loading={save.isPending} onClick={send}>
          {t('devices.round.save')}
        </Button>
      )}
      {named.length > 0 && !isChanged && (
        <button type="button" className={styles.link} onClick={() => navigate('/devices')}>
          {t('devices.round.named', { count: named.length })}
        </button>
      )}
    </section>
  )
}

interface ChoiceProps {
  device: Device
  id: string | undefined
  isMarked: boolean
  isNamed: boolean
  isReadOnly: boolean
  onToggle: (isOn: boolean) => void
}

/** One that was down before this round stays down by its first outage. */
function Choice({ device, id, isMarked, isNamed, isReadOnly, onToggle }: ChoiceProps) {
  const t = useTranslate()
  const now = useNow()
  const { zone } = useSignedIn()
  const isDownBefore = !isNamed && device.down !== null && !device.down.isPartial
  return (
    <Checkbox
      {...(id && { id })}
      disabled={isReadOnly || isDownBefore}
      checked={isMarked || isDownBefore}
      onChange={(event) => onToggle(event.target.checked)}
    >
      {device.name}{' '}
      <span className="faint">
        {isDownBefore && device.down
          ? t('devices.round.since', { since: shortInstant(device.down.since, now, zone) })
          : device.number}
      </span>
    </Checkbox>
  )
}
