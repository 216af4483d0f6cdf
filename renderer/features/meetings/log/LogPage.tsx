import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Meeting, MeetingDay } from '../../../../shared/contract/meetings.ts'
import { formatDay, formatInstant, formatTime } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { stateTag } from '../meeting-state.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useGoTo, useMayWrite } from '../use-meeting-actions.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Log.module.css'
import { LogFacts } from './LogFacts.tsx'
import { LogLines } from './LogLines.tsx'
import { LogPhotos } from './LogPhotos.tsx'
import { ShortMeeting } from './ShortMeeting.tsx'
import { SignForm } from './SignForm.tsx'
import { useLogPhotos } from './use-log-photos.ts'

interface LogPageProps {
  meeting: Meeting
  day: MeetingDay
  onBack: () => void
  onOpen: (meeting: string) => void
}

/** What the meeting leaves: to be signed, then to be read and added to. */
export function LogPage({ meeting, day, onBack, onOpen }: LogPageProps) {
  const t = useTranslate()
  const api = useApi()
  const words = useMeetingWords()
  const { zone } = useSignedIn()
  const mayWrite = useMayWrite()
  const [asksReason, setAsksReason] = useState(false)
  const confirm = useMutation(api.meetings.confirm.mutationOptions())
  const allow = useMutation(api.meetings.allowLate.mutationOptions())
  const photos = useLogPhotos(meeting)
  const { to } = useGoTo({ meeting: meeting.meeting.uid, position: -1, count: meeting.template.steps.length })
  const { uid, on, kind, signedAt, signedBy, confirmedAt, confirmedBy, lateReason } = meeting.meeting
  const state = stateTag(meeting.meeting)
  const { may } = meeting
  return (
    <Page>
      <PageHeader
        title={t('meetings.log.title', { day: formatDay(on, words.language), kind: t(`meetings.kind.${kind}`) })}
        lead={
          <>
            <StatusTag tone={state.tone}>{t(state.key)}</StatusTag>{' '}
            {!meeting.meeting.isHeld && <StatusTag tone="amber">{t('meetings.notHeld')}</StatusTag>}{' '}
            {meeting.meeting.isLate && <StatusTag tone="amber">{t('meetings.late')}</StatusTag>}
          </>
        }
        actions={
          <>
            <Button type="text" onClick={onBack}>
              {t('meetings.log.backToList')}
            </Button>
            <Button onClick={() => navigate('/meetings', { view: 'minutes', meeting: uid })}>
              {t('meetingViews.minutes.open')}
            </Button>
            {may.write && <Button onClick={() => to(lastStep(meeting))}>{t('meetings.log.back')}</Button>}
            <ShortMeeting meeting={meeting} day={day} onOpen={onOpen} />
            {may.confirm && (
              <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ meeting: uid })}>
                {t('meetings.log.confirm')}
              </Button>
            )}
          </>
        }
      />
      {lateReason && <p className={styles.late}>{t('meetings.log.lateReason', { reason: lateReason })}</p>}
      <div className={styles.columns}>
        <div className={styles.main}>
          <LogFacts meeting={meeting} />
          <LogLines meeting={meeting} rules={day.captures} />
          <LogPhotos meeting={meeting} list={photos.list} />
        </div>
        <div className={styles.side}>
          {may.sign && <SignForm meeting={meeting} photos={photos.arriving} onStep={to} />}
          {meeting.meeting.state === 'draft' && !may.write && (
            <Panel title={t('meetings.log.sign')} isPadded>
              <p>{t('meetings.log.allowText')}</p>
              {may.allowLate && (
                <Button type="primary" onClick={() => setAsksReason(true)}>
                  {t('meetings.log.allowLate')}
                </Button>
              )}
            </Panel>
          )}
          {signedAt !== null && (
            <Panel title={t('meetings.log.sign')} isPadded>
              <p>{t('meetings.log.signed', { name: signedBy ?? '', at: formatInstant(signedAt, zone) })}</p>
              <p className="muted">
                {confirmedAt === null
                  ? t('meetings.log.notConfirmed')
                  : t('meetings.log.confirmed', { name: confirmedBy ?? '', at: formatInstant(confirmedAt, zone) })}
              </p>
              <p className={styles.digest} title={meeting.digest ?? ''}>
                {t('meetings.log.digest')} {meeting.digest?.slice(0, 16)}
              </p>
            </Panel>
          )}
          {meeting.meeting.state === 'signed' && <Additions meeting={meeting} mayAdd={mayWrite} />}
        </div>
      </div>
      <ReasonDialog
        isOpen={asksReason}
        title={t('meetings.log.allowLate')}
        text={t('meetings.log.allowText')}
        label={t('meetings.log.allowReason')}
        confirmLabel={t('meetings.log.allowLate')}
        isBusy={allow.isPending}
        onConfirm={(reason) => allow.mutate({ meeting: uid, reason }, { onSuccess: () => setAsksReason(false) })}
        onCancel={() => setAsksReason(false)}
      />
    </Page>
  )
}

function Additions({ meeting, mayAdd }: { meeting: Meeting; mayAdd: boolean }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const add = useMutation(useApi().meetings.addToLog.mutationOptions())
  const [words, setWords] = useState('')
  const save = () => {
    if (words.trim() === '') return
    add.mutate({ meeting: meeting.meeting.uid, words: words.trim() }, { onSuccess: () => setWords('') })
  }
  return (
    <Panel title={t('meetings.log.additions')} isPadded>
      <ul className={styles.additions}>
        {meeting.additions.map(({ at, by, words: said }) => (
          <li key={`${at}-${said}`}>
            {said}{' '}
            <span className="faint">
              {by} {formatTime(at, zone)}
            </span>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <Input
            aria-label={t('meetings.log.additions')}
            placeholder={t('meetings.log.addHint')}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button htmlType="submit" loading={add.isPending}>
            {t('meetings.log.add')}
          </Button>
        </form>
      )}
    </Panel>
  )
}

/** Where it was left. */
function lastStep({ steps }: Meeting): number {
  return steps.findLast(({ begunAt }) => begunAt !== null)?.position ?? 0
}
