import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { MeetingDay, MeetingKind } from '../../../../shared/contract/meetings.ts'
import { shortestOf } from '../../../../shared/domain/short-meeting.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { useApi } from '../../../services/use-client.ts'
import { Field } from '../../../ui/Field.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { stateTag } from '../meeting-state.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import { keyedKind } from './keyed-kind.ts'
import styles from './Start.module.css'

interface TodayMeetingProps {
  kind: MeetingKind
  day: MeetingDay
  mayWrite: boolean
  onOpen: (meeting: string) => void
  onEnterLate: () => void
}

/** One meeting of today: proposed, running, or done. */
export function TodayMeeting({ kind, day, mayWrite, onOpen, onEnterLate }: TodayMeetingProps) {
  const t = useTranslate()
  const words = useMeetingWords()
  const { zone } = useSignedIn()
  const now = useNow()
  const api = useApi()
  const proposal = day.proposals.find((one) => one.kind === kind)
  const held = day.meetings.filter((one) => one.kind === kind)
  const current = held.find(({ isHeld }) => isHeld) ?? held.at(-1)
  const mayBegin = mayWrite && !held.some(({ isHeld }) => isHeld)
  const [templateId, setTemplateId] = useState<string>()
  const begin = useMutation(api.meetings.begin.mutationOptions())
  const swap = useMutation(api.meetings.swapHost.mutationOptions())
  const templates = day.templates.filter((one) => one.kind === kind && !one.isOff)
  const short = shortestOf(day.templates, kind)
  const isSecond = held.length > 0
  const chosen = templateId ?? (isSecond ? short?.id : proposal?.templateId)
  const host = proposal?.host
  const start = () => {
    if (!host || !chosen || begin.isPending) return
    begin.mutate({ kind, templateId: chosen, host: host.uid }, { onSuccess: ({ meeting }) => onOpen(meeting.uid) })
  }
  const isNext = keyedKind(day, now) === kind
  // One with too few waits for its signature and keeps nobody from the short one.
  const draft = held.find(({ state, isHeld }) => state === 'draft' && isHeld)
  const act = draft ? () => onOpen(draft.uid) : mayBegin ? start : undefined
  // Nobody means to begin one on a closed day by a slip of the hand.
  const isKeyed = isNext && act !== undefined && (day.isOpen || draft !== undefined)
  useCommands(
    isKeyed && mayWrite
      ? [{ id: `meetings-begin-${kind}`, key: 'meetings.commands.begin', shortcut: 'B', run: act }]
      : [],
  )
  return (
    <Panel
      title={t(`meetings.kind.${kind}`)}
      aside={current && <StatusTag tone={stateTag(current).tone}>{t(stateTag(current).key)}</StatusTag>}
      isPadded
    >
      {current && (
        <div className={styles.held}>
          <span>
            {t(current.endedAt === null ? 'meetings.start.running' : 'meetings.start.held', {
              host: current.host.name,
              from: formatTime(current.startedAt, zone),
              to: current.endedAt === null ? '' : formatTime(current.endedAt, zone),
            })}
          </span>
          <span className="muted">{words.text(current.templateName)}</span>
          {!current.isHeld && <StatusTag tone="amber">{t('meetings.notHeld')}</StatusTag>}
          <Button type={draft ? 'primary' : 'default'} onClick={() => onOpen(current.uid)}>
            {t(
              current.state === 'draft' && current.endedAt === null ? 'meetings.start.resume' : 'meetings.start.toLog',
            )}
            {isKeyed && draft && (
              <>
                {' '}
                <Kbd keys="B" onDark />
              </>
            )}
          </Button>
        </div>
      )}
      {mayBegin && !draft && (
        <div className={styles.proposal}>
          <Field
            label={t('meetings.start.template')}
            help={
              templateId || isSecond || !day.isOpen ? undefined : t(`meetings.why.${proposal?.reason ?? 'otherwise'}`)
            }
          >
            {(ids) => (
              <Select
                {...ids}
                value={chosen ?? null}
                options={templates.map((one) => ({ value: one.id, label: words.text(one.name) }))}
                onChange={(next) => setTemplateId(next ?? undefined)}
              />
            )}
          </Field>
          <Field
            label={t('meetings.start.host')}
            help={
              host
                ? t(proposal?.isSwapped ? 'meetings.start.swapped' : 'meetings.start.turn')
                : t('meetings.start.nobody')
            }
          >
            {(ids) => (
              <Select
                {...ids}
                showSearch={{ optionFilterProp: 'label' }}
                value={host?.uid ?? null}
                options={day.roster
                  .filter(({ mayHost }) => mayHost)
                  .map(({ person }) => ({ value: person.uid, label: person.name }))}
                onChange={(next) => next && swap.mutate({ on: day.on, kind, host: next })}
              />
            )}
          </Field>
          <div className={styles.acts}>
            <Button
              type={isNext && day.isOpen ? 'primary' : 'default'}
              disabled={!host}
              loading={begin.isPending}
              onClick={start}
            >
              {isSecond ? t('meetings.start.again') : t('meetings.start.begin', { kind: t(`meetings.kind.${kind}`) })}
              {isKeyed && (
                <>
                  {' '}
                  <Kbd keys="B" onDark />
                </>
              )}
            </Button>
            <Button type="text" onClick={onEnterLate}>
              {t('meetings.start.enterLate')}
            </Button>
          </div>
        </div>
      )}
      {!current && !mayBegin && <p className="faint">{t('meetings.start.othersNone')}</p>}
    </Panel>
  )
}
