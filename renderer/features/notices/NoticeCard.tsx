import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { Notice, notices } from '../../../shared/contract/notices.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Notices.module.css'
import { STATE_TONES, stateOf } from './notice-words.ts'
import { PassOn } from './PassOn.tsx'
import { WithdrawNotice } from './WithdrawNotice.tsx'

interface NoticeCardProps {
  uid: string
  onEdit: (notice: Notice) => void
  onClose: () => void
}

type Readers = OutputOf<typeof notices.card>['readers']

/** What it says, and who knows it. */
export function NoticeCard({ uid, onEdit, onClose }: NoticeCardProps) {
  const t = useTranslate()
  const { person, today, zone } = useSignedIn()
  const card = useQuery(useApi().notices.card.queryOptions({ input: { uid } }))
  const [isPassing, setPassing] = useState(false)
  const notice = card.data?.notice
  const state = notice && stateOf(notice, today)
  const mayLead = mayCall(person.role, 'notices', 'withdraw')
  const isOpen = notice?.withdrawnReason === null
  return (
    <SideDrawer
      open
      size={560}
      onClose={onClose}
      title={
        notice &&
        state && (
          <span>
            {notice.title} <StatusTag tone={STATE_TONES[state]}>{t(`notices.state.${state}`)}</StatusTag>
          </span>
        )
      }
      extra={isOpen && !notice.isKnownToMe && mayCall(person.role, 'notices', 'read') && <ReadIt uid={uid} />}
    >
      {card.error && <Failure error={card.error} onRetry={() => void card.refetch()} />}
      {!card.data && !card.error && <LoadingRows rows={6} />}
      {card.data && notice && (
        <>
          {notice.withdrawnReason !== null && (
            <p className="muted">{t('notices.card.withdrawnWhy', { reason: notice.withdrawnReason })}</p>
          )}
          {notice.words && <p className={styles.words}>{notice.words}</p>}
          <p className={styles.facts}>
            {notice.source && <span>{notice.source}</span>}
            <span>
              {t('notices.list.receivedOn')} {notice.receivedOn}
            </span>
            {notice.passBy && (
              <span>
                {t('notices.list.passBy')} {notice.passBy}
              </span>
            )}
            <span>
              {t('notices.card.entered', { name: notice.enteredBy, at: formatInstant(notice.enteredAt, zone) })}
            </span>
          </p>
          {isOpen && mayLead && (
            <p className={styles.facts}>
              {notice.knownBy === 0 && notice.passedAt === null && (
                <Button onClick={() => onEdit(notice)}>{t('notices.card.edit')}</Button>
              )}
              <WithdrawNotice uid={uid} />
            </p>
          )}
          <div className={styles.head}>
            <h3>
              {t('notices.card.readers')} {notice.knownBy}/{notice.staffCount}
            </h3>
            {isOpen && mayLead && !isPassing && notice.knownBy < notice.staffCount && (
              <Button onClick={() => setPassing(true)}>{t('notices.card.passOn')}</Button>
            )}
          </div>
          {isPassing ? (
            <PassOn uid={uid} readers={card.data.readers} onDone={() => setPassing(false)} />
          ) : (
            <ReaderList readers={card.data.readers} zone={zone} />
          )}
        </>
      )}
    </SideDrawer>
  )
}

function ReaderList({ readers, zone }: { readers: Readers; zone: string }) {
  const t = useTranslate()
  return (
    <ul className={styles.readers}>
      {readers.map(({ uid, name, at, way }) => (
        <li key={uid}>
          <span>{name}</span>
          <span className="faint">
            {at === null || way === null
              ? t('notices.card.unknown')
              : `${t(`notices.card.${way}`)} ${formatInstant(at, zone)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function ReadIt({ uid }: { uid: string }) {
  const t = useTranslate()
  const read = useMutation(useApi().notices.read.mutationOptions())
  return (
    <Button
      type="primary"
      autoFocus
      loading={read.isPending}
      onClick={() =>
        read.mutate({ uid }, { onSuccess: () => notify({ tone: 'done', text: t('notices.card.readDone') }) })
      }
    >
      {t('notices.card.read1')}
    </Button>
  )
}
