import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Meeting, MeetingDay } from '../../../../shared/contract/meetings.ts'
import type { Command } from '../../../app/commands.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { OpenLines } from '../OpenLines.tsx'
import { quorumText } from '../quorum-text.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useGoTo } from '../use-meeting-actions.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import { Blocks } from '../wall/Blocks.tsx'
import { Captures } from './Captures.tsx'
import { EndMeeting } from './EndMeeting.tsx'
import styles from './Run.module.css'
import { StepNote } from './StepNote.tsx'
import { StepTimer } from './StepTimer.tsx'

interface RunPageProps {
  meeting: Meeting
  day: MeetingDay
  isCovered: boolean
  onBack: () => void
  onWall: () => void
}

const MOST_ROWS = 12

/** The running meeting: its steps, what the step shows, what is written down in it. */
export function RunPage({ meeting, day, isCovered, onBack, onWall }: RunPageProps) {
  const t = useTranslate()
  const api = useApi()
  const words = useMeetingWords()
  const [isDropping, setDropping] = useState(false)
  const { uid, host } = meeting.meeting
  const { template, steps } = meeting
  const position = meeting.position ?? 0
  const step = template.steps[position]
  const blocks = useQuery(api.meetings.screenData.queryOptions({ input: { meeting: uid, position } }))
  const { to, go } = useGoTo({ meeting: uid, position, count: template.steps.length })
  const finish = useMutation(api.meetings.finish.mutationOptions())
  const drop = useMutation(api.meetings.drop.mutationOptions())
  const isLast = position === template.steps.length - 1
  const [isEnding, setEnding] = useState(false)
  const finishNow = () => finish.mutate({ meeting: uid })
  const end = () => (meeting.lacks.length > 0 ? setEnding(true) : finishNow())

  const commands: Command[] = [
    { id: 'meetings-next', key: 'meetings.commands.next', shortcut: 'PageDown', run: () => go(1) },
    { id: 'meetings-before', key: 'meetings.commands.before', shortcut: 'PageUp', run: () => go(-1) },
    { id: 'meetings-wall', key: 'meetings.commands.wall', shortcut: 'P', run: onWall },
  ]
  useCommands(isCovered ? [] : commands)
  useKeyHints([
    { keys: ['PageDown'], text: t('meetings.hints.next') },
    { keys: ['PageUp'], text: t('meetings.hints.before') },
    { keys: ['P'], text: t('meetings.hints.wall') },
  ])
  if (!step) return null
  return (
    <Page>
      <PageHeader
        title={words.text(template.name)}
        lead={`${t('meetings.wall.host', { name: host.name })} · ${quorumText(meeting, t)}`}
        actions={
          <>
            <Button type="text" onClick={onBack}>
              {t('meetings.log.backToList')}
            </Button>
            <Button onClick={() => setDropping(true)}>{t('meetings.run.drop')}</Button>
            <Button onClick={onWall}>
              {t('meetings.run.wall')} <Kbd keys="P" />
            </Button>
            <Button type={isLast ? 'primary' : 'default'} loading={finish.isPending} onClick={end}>
              {t('meetings.run.end')}
            </Button>
          </>
        }
      />
      {!meeting.quorum.isReached && (
        <p className={styles.warning} role="status">
          {t('meetings.run.quorumMissed', { needed: meeting.quorum.needed })}
        </p>
      )}
      <div className={styles.columns}>
        <nav className={styles.steps} aria-label={t('meetings.run.steps')}>
          <ol>
            {template.steps.map((one, index) => (
              <li key={one.id}>
                <button type="button" aria-current={index === position ? 'step' : undefined} onClick={() => to(index)}>
                  <span>{words.text(one.name)}</span>
                  <small data-over={steps[index]?.isOver || undefined}>
                    {t('meetings.run.minutes', { count: one.minutes })}
                  </small>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.middle}>
          <section className={styles.now} aria-label={words.text(step.name)}>
            <div className={styles.nowHead}>
              <div>
                <p className="faint">
                  {t('meetings.run.step', { number: position + 1, count: template.steps.length })}
                  {' · '}
                  {step.leadRole === 'host'
                    ? t('meetings.run.lead.host')
                    : t('meetings.run.lead.other', { post: t(`posts.${step.leadRole}`) })}
                </p>
                <h2>{words.text(step.name)}</h2>
              </div>
              <StepTimer
                secondsBefore={steps[position]?.seconds ?? 0}
                stepBeganAt={meeting.stepBeganAt ?? meeting.meeting.startedAt}
                minutes={step.minutes}
                timer={day.timer}
              />
            </div>
            <ul className={styles.prompts}>
              {step.prompts.map((prompt) => (
                <li key={prompt.zh}>{words.text(prompt)}</li>
              ))}
            </ul>
            {step.skipWhen && <p className="faint">{t('meetings.run.skip', { when: words.text(step.skipWhen) })}</p>}
            <div className={styles.stepKeys}>
              <Button disabled={position === 0} onClick={() => to(position - 1)}>
                {t('meetings.run.before')} <Kbd keys="PageUp" />
              </Button>
              {!isLast && (
                <Button type="primary" onClick={() => to(position + 1)}>
                  {t('meetings.run.next')} <Kbd keys="PageDown" onDark />
                </Button>
              )}
            </div>
          </section>
          <Panel title={t('meetings.run.data')} isPadded>
            {blocks.data && blocks.data.length > 0 ? (
              <Blocks key={step.id} blocks={blocks.data} mostRows={MOST_ROWS} />
            ) : (
              <p className="faint">{t('meetings.run.noData')}</p>
            )}
          </Panel>
        </div>
        <div className={styles.side}>
          <Captures key={step.id} meeting={meeting} day={day} position={position} />
          <StepNote key={`note-${step.id}`} meeting={uid} position={position} saved={steps[position]?.note ?? ''} />
          <OpenLines
            meeting={uid}
            lines={meeting.returned}
            total={meeting.returnedCount}
            rules={day.captures}
            decidesIn={{
              meeting: uid,
              position: template.steps.findIndex(({ captures }) => captures.includes('new-tasks')),
            }}
          />
        </div>
      </div>
      <EndMeeting
        meeting={meeting}
        isOpen={isEnding}
        isBusy={finish.isPending}
        onStep={(at) => {
          setEnding(false)
          to(at)
        }}
        onEnd={finishNow}
        onClose={() => setEnding(false)}
      />
      <ReasonDialog
        isOpen={isDropping}
        title={t('meetings.run.dropTitle')}
        text={t('meetings.run.dropText')}
        label={t('meetings.run.dropReason')}
        confirmLabel={t('meetings.run.drop')}
        isBusy={drop.isPending}
        onConfirm={(reason) => drop.mutate({ meeting: uid, reason }, { onSuccess: onBack })}
        onCancel={() => setDropping(false)}
      />
    </Page>
  )
}
