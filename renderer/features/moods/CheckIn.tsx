import { Button, Checkbox, Segmented } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  MOST_TAGS,
  type MoodMoment,
  type MoodScale,
  type MoodSeries,
  type MoodState,
  type OwnAnswer,
} from '../../../shared/contract/moods.ts'
import { minuteOfDay } from '../../../shared/domain/business-day.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { MoodGlyph } from './MoodGlyph.tsx'
import styles from './Moods.module.css'
import { levelName, wordIn } from './mood-words.ts'
import { suggestedMoment } from './suggested-moment.ts'
import { TagPicker } from './TagPicker.tsx'
import { useCheckIn } from './use-check-in.ts'

interface CheckInProps {
  scale: MoodScale
  state: MoodState
  series: MoodSeries
  /** What the person has said today, by name. */
  said: readonly OwnAnswer[]
}

export function CheckIn(props: CheckInProps) {
  const t = useTranslate()
  if (props.state.open.length > 0) return <CheckInForm {...props} />
  return (
    <Panel>
      <EmptyState title={t('moods.checkIn.full')} text={t('moods.checkIn.fullText')} />
    </Panel>
  )
}

/** A digit chooses, Enter hands in: nothing else is asked for. */
function CheckInForm({ scale, state, series, said }: CheckInProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { person, zone } = useSignedIn()
  const isHead = person.role === 'outlet-head'
  const now = useNow()
  const { submit, skip } = useCheckIn()
  const [moment, setMoment] = useState<MoodMoment>(() => suggestedMoment(state.open, minuteOfDay(now, zone)))
  const [level, setLevel] = useState<number>()
  const [tags, setTags] = useState<string[]>([])
  const [isWish, setWish] = useState(false)
  const send = useRef<HTMLButtonElement>(null)
  const isNamed = series.mode === 'named'
  const already = isNamed ? said.find((answer) => answer.moment === moment)?.level : undefined

  /** Enter then belongs to the button that hands in, however fast it follows. */
  function choose(value: number) {
    flushSync(() => setLevel(value))
    send.current?.focus()
  }

  function handIn(event: FormEvent) {
    event.preventDefault()
    if ((level !== undefined || isWish) && !submit.isPending) submit.mutate({ moment, level, tags, isWish })
  }

  /** The weather is skipped; a wish that was ticked is told all the same. */
  function pass() {
    if (submit.isPending) return
    if (isWish) submit.mutate({ moment, level: undefined, tags: [], isWish })
    else skip()
  }

  useCommands([
    ...scale.levels.map(({ value }, index) => ({
      id: `moods-level-${index + 1}`,
      key: 'moods.commands.level' as const,
      params: { count: index + 1 },
      shortcut: String(index + 1),
      isKeyOnly: true,
      run: () => choose(value),
    })),
    { id: 'moods-skip', key: 'moods.commands.skip', shortcut: '0', isKeyOnly: true, run: pass },
  ])
  useKeyHints([
    { keys: ['1', '…', '5'], text: t('moods.hints.level') },
    { keys: ['Enter'], text: t('moods.hints.submit') },
    { keys: ['0'], text: t('moods.hints.skip') },
  ])

  return (
    <Panel>
      <form className={`${styles.form} ${styles.fields}`} onSubmit={handIn}>
        {submit.isError && <Failure error={submit.error} />}
        <h2 className={styles.question}>{wordIn(scale.question, language)}</h2>
        <div className={styles.levels} role="radiogroup" aria-label={wordIn(scale.question, language)}>
          {scale.levels.map(({ id, value, name, meaning }, index) => (
            // biome-ignore lint/a11y/useSemanticElements: a radio input would keep Enter and the arrows for itself
            <button
              key={id}
              type="button"
              role="radio"
              aria-checked={level === value}
              className={styles.level}
              onClick={() => choose(value)}
            >
              <MoodGlyph level={value} size={32} />
              <b>
                {wordIn(name, language)} <Kbd keys={String(index + 1)} />
              </b>
              <span>{wordIn(meaning, language)}</span>
            </button>
          ))}
        </div>
        <div className={styles.says}>
          <StatusTag tone="blue">{t(`moods.mode.${series.mode}`)}</StatusTag>
          <span>{t(`moods.modeSays.${isNamed && isHead ? 'namedAlone' : series.mode}`)}</span>
        </div>
        {already && (
          <p className="muted">
            {t('moods.checkIn.already', {
              moment: t(`moods.moment.${moment}`),
              level: levelName(scale, already, language),
            })}
          </p>
        )}
        {state.open.length > 1 && isNamed && (
          <Segmented<MoodMoment>
            className={styles.moment ?? ''}
            aria-label={t('moods.checkIn.when')}
            value={moment}
            options={state.open.map((one) => ({ value: one, label: t(`moods.moment.${one}`) }))}
            onChange={setMoment}
          />
        )}
        {isNamed && (
          <TagPicker
            scale={scale}
            days={state.rules.retention.sensitiveTags}
            tags={tags}
            most={MOST_TAGS}
            onChange={setTags}
          />
        )}
        {!isHead &&
          (state.hasWish ? (
            <span className="muted">{t('moods.checkIn.wished')}</span>
          ) : (
            <div>
              <Checkbox checked={isWish} onChange={(event) => setWish(event.target.checked)}>
                {t('moods.checkIn.wish')}
              </Checkbox>{' '}
              <span className="faint">
                {t('moods.mode.named')} · {t('moods.checkIn.wishHelp')}
              </span>
            </div>
          ))}
        <div className={`${styles.foot} ${styles.send}`}>
          <Button
            ref={send}
            type="primary"
            htmlType="submit"
            size="large"
            disabled={level === undefined && !isWish}
            loading={submit.isPending}
          >
            {t(level === undefined && isWish ? 'moods.checkIn.submitWish' : 'moods.checkIn.submit')}{' '}
            <Kbd keys="Enter" onDark />
          </Button>
          <Button size="large" onClick={pass}>
            {t('moods.checkIn.skip')} <Kbd keys="0" />
          </Button>
          <span className="faint">{t('moods.checkIn.skipHelp')}</span>
        </div>
      </form>
    </Panel>
  )
}
