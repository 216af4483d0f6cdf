import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { SpreadCard } from '../../../shared/contract/spread-checks.ts'
import { formatShortDay, shortInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { SpotRow } from './SpotRow.tsx'
import { SpreadEnd } from './SpreadEnd.tsx'
import styles from './TaskCard.module.css'
import { useSpreadCheck } from './use-spread-check.ts'

/** 举一反三 on the card: why, by when, the spots one by one. Nothing where the rules ask for nothing. */
export function SpreadSection({ taskUid, onOpen }: { taskUid: string; onOpen: (uid: string) => void }) {
  const t = useTranslate()
  const { data } = useQuery(useApi().spreadChecks.card.queryOptions({ input: { taskUid } }))
  if (!data) return null
  const { reasons, check, origin } = data
  if (reasons.length === 0 && !check && !origin) return null
  return (
    <section>
      {(reasons.length > 0 || check) && <Checking {...{ taskUid, onOpen }} card={data} />}
      {origin && (
        <button type="button" className={styles.link} onClick={() => onOpen(origin.uid)}>
          {t('spreadChecks.origin', { no: origin.no })}
        </button>
      )}
    </section>
  )
}

interface CheckingProps {
  taskUid: string
  card: SpreadCard
  onOpen: (uid: string) => void
}

function Checking({ taskUid, card, onOpen }: CheckingProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { start, failure } = useSpreadCheck(taskUid)
  const { check, reasons, mayCheck } = card
  const isDone = check !== null && check.doneAt !== null
  const spots = check?.spots.filter(({ result }) => result !== 'struck') ?? []
  return (
    <>
      <h3>
        {t('spreadChecks.title')} <SpreadTag card={card} />
      </h3>
      {!isDone && reasons.length > 0 && (
        <p className="muted">
          {t('spreadChecks.why', {
            reasons: reasons.map((reason) => t(`spreadChecks.reasons.${reason}`)).join(t('spreadChecks.join')),
          })}
        </p>
      )}
      {Boolean(failure) && <Failure error={failure} />}
      {!check && mayCheck && (
        <div className={styles.sectionActs}>
          <Button size="small" loading={start.isPending} onClick={() => start.mutate({ taskUid })}>
            {t('spreadChecks.start')}
          </Button>
        </div>
      )}
      {check && (
        <>
          <p className="faint">
            {t('spreadChecks.progress', {
              checked: spots.filter(({ result }) => result !== null).length,
              spots: spots.length,
            })}
            {check.doneAt !== null &&
              ` · ${t('spreadChecks.finished', { name: check.doneBy ?? '', time: shortInstant(check.doneAt, serviceNow(), zone) })}`}
          </p>
          <ul className={styles.spots}>
            {check.spots.map((spot) => (
              <SpotRow key={spot.id} {...{ taskUid, spot, onOpen }} mayCheck={mayCheck && !isDone} />
            ))}
          </ul>
          {check.note && <p>{check.note}</p>}
          {mayCheck && !isDone && <SpreadEnd taskUid={taskUid} spots={check.spots} />}
        </>
      )}
    </>
  )
}

function SpreadTag({ card: { check, dueOn, isOverdue, reasons } }: { card: SpreadCard }) {
  const t = useTranslate()
  const day = formatShortDay(dueOn, useLanguage())
  if (check?.doneAt) return <StatusTag tone="pine">{t('spreadChecks.done')}</StatusTag>
  if (reasons.length === 0) return null
  return isOverdue ? (
    <StatusTag tone="red">{t('spreadChecks.overdue', { day })}</StatusTag>
  ) : (
    <StatusTag tone="amber">{t('spreadChecks.required', { day })}</StatusTag>
  )
}
