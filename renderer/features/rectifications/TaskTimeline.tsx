import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { SYSTEM_NAME } from '../../../shared/domain/system-name.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatShortDay, shortInstant } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { Photo } from '../../ui/photos/Photo.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { LinkedTasks } from './LinkedTasks.tsx'
import styles from './TaskCard.module.css'
import { redoNames } from './task-labels.ts'
import { linesOf } from './timeline-lines.ts'

type Entry = RectificationCard['timeline'][number]

/** What happened, newest last; then what is still to come, and what happened to the same item before. */
export function TaskTimeline({ card, onOpen }: { card: RectificationCard; onOpen: (uid: string) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const at = (instant: number) => shortInstant(instant, serviceNow(), zone)
  return (
    <>
      <section>
        <h3>{t('rectifications.card.timeline')}</h3>
        <ol className={styles.timeline}>
          {linesOf(card.timeline).map(({ entry, index, reminders }, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its end
            <li key={line}>
              <div className={styles.step}>
                <span className="faint">{at(entry.at)}</span>
                <span>{isByClock(entry) ? t('rectifications.card.console') : entry.by}</span>
                {reminders.length === 0 && <span className="muted">{stepName(entry, t)}</span>}
                {reminders.length > 0 && (
                  <details className={styles.reminders}>
                    <summary className="muted">
                      {t('rectifications.card.remindedTimes', { count: reminders.length })}
                    </summary>
                    <span className="faint">{reminders.map(at).join(t('rectifications.redoJoin'))}</span>
                  </details>
                )}
              </div>
              {entry.redo.length > 0 && (
                <div className={styles.note}>{t('rectifications.card.redo', { steps: redoNames(entry.redo, t) })}</div>
              )}
              {noteOf(entry, t) && <div className={styles.note}>{sayItem(card, noteOf(entry, t) ?? '', language)}</div>}
              {newPhotos(card.timeline, index).length > 0 && (
                <div className={styles.small}>
                  {newPhotos(card.timeline, index).map((hash, photo) => (
                    <Photo key={hash} hash={hash} label={t('common.photos.attached', { count: photo + 1 })} />
                  ))}
                </div>
              )}
            </li>
          ))}
        </ol>
      </section>
      {card.lookBacks.length > 0 && (
        <section>
          <h3>{t('rectifications.card.lookBacks')}</h3>
          <ul className={styles.lines}>
            {card.lookBacks.map(({ on, result, note }) => (
              <li key={on}>
                <span>{formatShortDay(on, language)}</span>
                <LookBackResult result={result} t={t} />
                {note && <span className="muted">{note}</span>}
              </li>
            ))}
          </ul>
          {isUnderLookBack(card) && card.cleanRounds.count > 0 && (
            <p className={styles.cleanRounds}>{t('rectifications.card.cleanRounds', { ...card.cleanRounds })}</p>
          )}
        </section>
      )}
      {card.rounds.length > 0 && (
        <section>
          <h3>{t('rectifications.card.rounds')}</h3>
          <ul className={styles.lines}>
            {card.rounds.map(({ patrolUid, on, round, broughtBack }) => (
              <li key={patrolUid}>
                <span className="faint">{formatShortDay(on, language)}</span>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() =>
                    navigate('/patrols', { round: patrolUid, ...(card.task.item && { item: card.task.item }) })
                  }
                >
                  {t(`patrols.rounds.${round}`)}
                </button>
                <span className="muted">
                  {t(broughtBack ? 'rectifications.card.roundBroughtBack' : 'rectifications.card.roundKnown')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <LinkedTasks title={t('rectifications.card.later')} tasks={card.later} onOpen={onOpen} />
      <LinkedTasks title={t('rectifications.card.earlier')} tasks={card.earlier} onOpen={onOpen} />
    </>
  )
}

const BY_CLOCK: readonly Entry['rule'][] = ['clean-rounds', 'due-soon', 'overdue', 'still-overdue', 'overdue-escalated']

function isByClock({ rule, by }: Entry): boolean {
  return by === SYSTEM_NAME || BY_CLOCK.includes(rule)
}

function isUnderLookBack({ task }: RectificationCard): boolean {
  return task.state === 'verified' || task.state === 'lookback'
}

function LookBackResult({ result, t }: { result: 'pass' | 'fail' | null; t: Translate }) {
  if (result === null) return <StatusTag>{t('rectifications.card.lookBackDue')}</StatusTag>
  return result === 'pass' ? (
    <StatusTag tone="pine">{t('rectifications.card.lookBackPass')}</StatusTag>
  ) : (
    <StatusTag tone="amber">{t('rectifications.card.lookBackFail')}</StatusTag>
  )
}

/** An addition holds every photo so far; those of earlier entries are seen there. */
function newPhotos(timeline: readonly Entry[], index: number): string[] {
  const earlier = new Set(timeline.slice(0, index).flatMap(({ photos }) => photos))
  return timeline[index]?.photos.filter((hash) => !earlier.has(hash)) ?? []
}

/** A fail without a note is found with its item's Chinese wording. */
function sayItem({ task: { itemText } }: RectificationCard, note: string, language: Language): string {
  return itemText && note === itemText.zh ? taskText({ itemText, description: note }, language).what : note
}

/** A task that nobody withdrew by hand was withdrawn with its answer. */
function noteOf({ from, to, note, rule }: Entry, t: Translate): string | null {
  if (rule && from !== to) return t(`rectifications.card.rules.${rule}`)
  return note ?? (to === 'void' ? t('rectifications.card.answerCorrected') : null)
}

function stepName({ from, to, note, photos, rule }: Entry, t: Translate): string {
  if (rule && from === to) return t(`rectifications.card.rules.${rule}`)
  if (from === null) return t('rectifications.card.opened')
  if (from === to && !note && photos.length > 0) return t('rectifications.card.photosAdded')
  if (from === to) return to === 'lookback' ? t('rectifications.states.lookback') : t('rectifications.card.edited')
  return t('rectifications.card.step', {
    from: t(`rectifications.states.${from}`),
    to: t(`rectifications.states.${to}`),
  })
}
