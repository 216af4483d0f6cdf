import type { Outage } from '../../../shared/contract/devices.ts'
import { LATE_PASS } from '../../../shared/domain/device-uptime.ts'
import { formatInstant, shortInstant } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Devices.module.css'
import { durationText } from './device-words.ts'
import { useDeviceRights } from './use-device-actions.ts'

const MINUTE_MS = 60_000

/** Newest first; each leads to its form, its round and its task. */
export function OutageTimeline({ outages, onOpen }: { outages: readonly Outage[]; onOpen: (outage: Outage) => void }) {
  return (
    <ol className={styles.timeline}>
      {outages.map((outage) => (
        <OutageEntry key={outage.uid} outage={outage} onOpen={onOpen} />
      ))}
    </ol>
  )
}

function OutageEntry({ outage, onOpen }: { outage: Outage; onOpen: (outage: Outage) => void }) {
  const t = useTranslate()
  const now = useNow()
  const { zone } = useSignedIn()
  const { mayRecord } = useDeviceRights()
  const at = (instant: number) => shortInstant(instant, now, zone)
  const { startAt, endAt, isPartial, reason, ticket, vendor, task, patrolUid, item, corrections } = outage
  const steps: [string, number | null][] = [
    [t('devices.outages.called'), outage.calledAt],
    [t('devices.outages.arrived'), outage.arrivedAt],
    [t('devices.outages.repaired'), outage.repairedAt],
  ]
  const length = durationText(Math.max((endAt ?? now) - startAt, 0) / MINUTE_MS, t)
  const span = `${at(startAt)} – ${endAt === null ? t('devices.outages.lasting') : at(endAt)}`
  return (
    <li>
      <div className={styles.outageHead}>
        {mayRecord ? (
          <button type="button" className={styles.link} onClick={() => onOpen(outage)}>
            {span}
          </button>
        ) : (
          <b>{span}</b>
        )}
        <span className="muted">{length}</span>
        {isPartial && <StatusTag tone="amber">{t('devices.outages.partial')}</StatusTag>}
        {endAt === null && !isPartial && <StatusTag tone="red">{t('devices.outages.lasting')}</StatusTag>}
      </div>
      <div>{[reason, ticket, vendor].filter(Boolean).join(' · ')}</div>
      <div className="faint">
        {steps
          .filter(([, instant]) => instant !== null)
          .map(([label, instant]) => `${label} ${at(instant ?? 0)}`)
          .join(' · ')}
      </div>
      <div className={styles.outageFoot}>
        <span className="faint">{outage.enteredBy}</span>
        {patrolUid && (
          <button
            type="button"
            className={styles.link}
            onClick={() => navigate('/patrols', { round: patrolUid, ...(item && { item }) })}
          >
            {t('devices.outages.byRound')}
          </button>
        )}
        {task && (
          <button type="button" className={styles.link} onClick={() => navigate('/rectifications', { task: task.uid })}>
            {t('devices.outages.openTask', { no: task.no })}
          </button>
        )}
      </div>
      {corrections.map((correction) => (
        <div key={correction.at} className="faint">
          {t('devices.outages.correctedBy', {
            at: at(correction.at),
            by: correction.by,
            reason: correction.reason === LATE_PASS ? t('devices.outages.latePass') : correction.reason,
            start: formatInstant(correction.startAt, zone),
            end: correction.endAt === null ? t('devices.outages.lasting') : formatInstant(correction.endAt, zone),
          })}
        </div>
      ))}
    </li>
  )
}
