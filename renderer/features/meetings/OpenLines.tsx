import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { notify } from '../../ui/toast-store.ts'
import type { CaptureRule } from './capture-rule.ts'
import { LineText } from './LineText.tsx'
import styles from './Meetings.module.css'
import { MoreLines } from './MoreLines.tsx'
import { isStillOpen } from './meeting-state.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { DecideForm } from './run/DecideForm.tsx'
import { useAllLines } from './use-all-lines.ts'
import { useMayWrite } from './use-meeting-actions.ts'
import { useMeetingWords } from './use-meeting-words.ts'

interface OpenLinesProps {
  /** Into which they were brought; null: those open now. */
  meeting: string | null
  /** The first of them. */
  lines: readonly MeetingLine[]
  total: number
  rules: readonly CaptureRule[]
  /** Where a line may become a task: a meeting that runs, and its step for that. */
  decidesIn?: { meeting: string; position: number }
}

type Asking = { what: 'drop' | 'raise' | 'task'; line: MeetingLine }

/** What came back, each with what can become of it. */
export function OpenLines({ meeting, lines: first, total, rules, decidesIn }: OpenLinesProps) {
  const t = useTranslate()
  const words = useMeetingWords()
  const api = useApi()
  const mayWrite = useMayWrite()
  const mayRaise = LEAD_ROLES.includes(useSignedIn().person.role)
  const end = useMutation(api.meetings.endLine.mutationOptions())
  const raise = useMutation(api.meetings.raise.mutationOptions())
  const [asking, setAsking] = useState<Asking>()
  const all = useAllLines(meeting, first, total)
  const { lines } = all
  const close = () => setAsking(undefined)
  const ruleOf = ({ capture }: MeetingLine) => rules.find(({ id }) => id === capture)
  const done = (uid: string) =>
    end.mutate({ uid, as: 'done' }, { onSuccess: () => notify({ tone: 'done', text: t('meetings.open.doneToast') }) })

  return (
    <Panel title={t('meetings.open.title')} aside={total > 0 && <span className="faint">{total}</span>} isPadded>
      {lines.length === 0 && <p className="faint">{t('meetings.open.noneText')}</p>}
      <ul className={styles.open}>
        {lines.map((line) => {
          const rule = ruleOf(line)
          const raised = line.raises.at(-1)
          const isOpen = isStillOpen(line)
          return (
            <li key={line.uid} aria-label={line.words}>
              <LineText line={line} />
              <span className={styles.facts}>
                {rule && <span>{words.text(rule.name)}</span>}
                {line.mornings > 0 && (
                  <StatusTag tone={line.mornings > 4 ? 'amber' : 'neutral'}>
                    {t('meetings.open.mornings', { count: line.mornings })}
                  </StatusTag>
                )}
                {raised && raised.answer === null && <StatusTag tone="blue">{t('meetings.open.waiting')}</StatusTag>}
              </span>
              {raised?.answer && (
                <span className={styles.answer}>
                  {t('meetings.open.answered', {
                    by: raised.answeredBy ?? t('meetings.open.branch'),
                    answer: raised.answer,
                  })}
                </span>
              )}
              {isOpen && mayWrite && (
                <span className={styles.acts}>
                  <Button size="small" onClick={() => done(line.uid)}>
                    {t('meetings.open.done')}
                  </Button>
                  <Button size="small" type="text" onClick={() => setAsking({ what: 'drop', line })}>
                    {t('meetings.open.drop')}
                  </Button>
                  {rule?.canBeRaised && mayRaise && raised?.answer !== null && (
                    <Button size="small" type="text" onClick={() => setAsking({ what: 'raise', line })}>
                      {t('meetings.open.raise')}
                    </Button>
                  )}
                  {decidesIn && decidesIn.position >= 0 && (
                    <Button size="small" type="text" onClick={() => setAsking({ what: 'task', line })}>
                      {t('meetings.decide.fromLine')}
                    </Button>
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <MoreLines {...all} />
      <ReasonDialog
        key={`drop-${asking?.line.uid}`}
        isOpen={asking?.what === 'drop'}
        title={t('meetings.open.dropTitle', { words: asking?.line.words ?? '' })}
        label={t('meetings.open.dropReason')}
        confirmLabel={t('meetings.open.drop')}
        isBusy={end.isPending}
        onConfirm={(reason) =>
          asking && end.mutate({ uid: asking.line.uid, as: 'dropped', reason }, { onSuccess: close })
        }
        onCancel={close}
      />
      <ReasonDialog
        key={`raise-${asking?.line.uid}`}
        isOpen={asking?.what === 'raise'}
        title={t('meetings.open.raiseTitle', { words: asking?.line.words ?? '' })}
        label={t('meetings.open.raiseNote')}
        confirmLabel={t('meetings.open.raise')}
        isOptional
        isBusy={raise.isPending}
        onConfirm={(note) => asking && raise.mutate({ uid: asking.line.uid, note: note || null }, { onSuccess: close })}
        onCancel={close}
      />
      <Dialog
        title={t('meetings.decide.fromLine')}
        open={asking?.what === 'task'}
        width={460}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        {asking?.what === 'task' && decidesIn && (
          <DecideForm
            {...decidesIn}
            from={{ uid: asking.line.uid, words: asking.line.words, person: asking.line.person?.uid ?? null }}
            onDone={close}
          />
        )}
      </Dialog>
    </Panel>
  )
}
