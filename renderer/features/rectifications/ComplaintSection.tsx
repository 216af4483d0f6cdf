import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { shortInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { ComplaintForm } from './ComplaintForm.tsx'
import styles from './TaskCard.module.css'
import { useComplaintClock } from './use-complaint-clock.ts'

/** The dates of a complaint on its card: received, what is next and by when, and the decision. */
export function ComplaintSection({ taskUid }: { taskUid: string }) {
  const t = useTranslate()
  const now = useNow()
  const { zone } = useSignedIn()
  const [form, setForm] = useState<'extend' | 'decide'>()
  const { data } = useQuery(useApi().complaintClocks.card.queryOptions({ input: { taskUid } }))
  const { acknowledge } = useComplaintClock(taskUid)
  if (!data) return null
  const at = (instant: number) => shortInstant(instant, now, zone)
  const { next } = data
  /** A decision has until the end of its last day. */
  const isDay = next?.step === 'decide'
  return (
    <section>
      <h3>{t('complaintClocks.title')}</h3>
      <dl className={styles.facts}>
        <Fact label={t('complaintClocks.received')}>{at(data.receivedAt)}</Fact>
        {next && (
          <Fact label={t('complaintClocks.next')}>
            <span className={next.isOverdue ? styles.late : undefined}>
              {t(
                next.isOverdue
                  ? 'complaintClocks.overdue'
                  : isDay
                    ? 'complaintClocks.untilDay'
                    : 'complaintClocks.until',
                {
                  time: isDay ? businessDay(next.until - 1, zone) : at(next.until),
                  step: t(`complaintClocks.steps.${next.step}`),
                },
              )}
            </span>
          </Fact>
        )}
        <Fact label={t('complaintClocks.term')}>
          {t(`complaintClocks.terms.${data.term}`)}
          {data.extensionReason && <span className="faint">{data.extensionReason}</span>}
          {data.approval && <span className="faint">{data.approval}</span>}
        </Fact>
        {data.acknowledgedAt !== null && (
          <Fact label={t('complaintClocks.acknowledged')}>
            {t('complaintClocks.by', { name: data.acknowledgedBy ?? '', time: at(data.acknowledgedAt) })}
          </Fact>
        )}
        {data.decidedAt !== null && (
          <Fact label={t('complaintClocks.decision')}>
            {t(data.isUpheld ? 'complaintClocks.upheld' : 'complaintClocks.notUpheld')}
            <span>{data.decision}</span>
            <span className="faint">
              {t('complaintClocks.by', { name: data.decidedBy ?? '', time: at(data.decidedAt) })}
            </span>
          </Fact>
        )}
      </dl>
      {Boolean(acknowledge.error) && <Failure error={acknowledge.error} />}
      {!form && (
        <div className={styles.sectionActs}>
          {data.mayAcknowledge && (
            <Button size="small" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ taskUid })}>
              {t('complaintClocks.acknowledge')}
            </Button>
          )}
          {data.mayDecide && data.term !== 'special' && (
            <Button size="small" onClick={() => setForm('extend')}>
              {t('complaintClocks.extend')}
            </Button>
          )}
          {data.mayDecide && (
            <Button size="small" onClick={() => setForm('decide')}>
              {t('complaintClocks.decide')}
            </Button>
          )}
        </div>
      )}
      {form && <ComplaintForm key={form} clock={data} kind={form} onClose={() => setForm(undefined)} />}
    </section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
