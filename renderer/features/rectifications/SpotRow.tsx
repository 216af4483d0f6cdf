import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SpreadSpot } from '../../../shared/contract/spread-checks.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './TaskCard.module.css'
import { useZones } from './use-names.ts'
import { useSpreadCheck } from './use-spread-check.ts'

interface SpotRowProps {
  taskUid: string
  spot: SpreadSpot
  mayCheck: boolean
  onOpen: (uid: string) => void
}

/** One spot: passed with one click; failed or struck with a line. */
export function SpotRow({ taskUid, spot, mayCheck, onOpen }: SpotRowProps) {
  const t = useTranslate()
  const language = useLanguage()
  const zones = useZones()
  const { check, failure } = useSpreadCheck(taskUid)
  const [asked, setAsked] = useState<'fail' | 'struck'>()
  const [note, setNote] = useState('')
  const name = spot.itemText ? textIn(spot.itemText, language) : spot.description

  function mark(result: 'pass' | 'fail' | 'struck', words: string) {
    if (!check.isPending) check.mutate({ taskUid, spots: [{ id: spot.id, result, note: words }] })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (asked && note.trim() !== '') mark(asked, note.trim())
  }

  return (
    <li aria-label={name}>
      <span className={styles.spotName}>
        {name} <span className="faint">{zones.nameOf(spot.zone)}</span>
        {spot.note && <span className="muted"> {spot.note}</span>}
      </span>
      {spot.result !== null && <SpotResult result={spot.result} />}
      {spot.task && (
        <button type="button" className={styles.link} onClick={() => onOpen(spot.task?.uid ?? '')}>
          {t('spreadChecks.opened', { no: spot.task.no })}
        </button>
      )}
      {spot.result === null && mayCheck && !asked && (
        <span className={styles.spotActs}>
          <Button size="small" loading={check.isPending} onClick={() => mark('pass', '')}>
            {t('spreadChecks.pass')}
          </Button>
          <Button size="small" onClick={() => setAsked('fail')}>
            {t('spreadChecks.fail')}
          </Button>
          <Button size="small" type="text" onClick={() => setAsked('struck')}>
            {t('spreadChecks.strike')}
          </Button>
        </span>
      )}
      {spot.result === null && asked && (
        <form className={styles.spotNote} onSubmit={submit}>
          <Input
            autoFocus
            size="small"
            maxLength={1000}
            value={note}
            aria-label={t(asked === 'fail' ? 'spreadChecks.failNote' : 'spreadChecks.strikeNote')}
            placeholder={t(asked === 'fail' ? 'spreadChecks.failNote' : 'spreadChecks.strikeNote')}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.preventDefault()
              setAsked(undefined)
            }}
          />
          <Button size="small" htmlType="submit" disabled={note.trim() === ''} loading={check.isPending}>
            {t('spreadChecks.save')}
          </Button>
        </form>
      )}
      {Boolean(failure) && <Failure error={failure} />}
    </li>
  )
}

function SpotResult({ result }: { result: NonNullable<SpreadSpot['result']> }) {
  const t = useTranslate()
  if (result === 'pass') return <StatusTag tone="pine">{t('spreadChecks.pass')}</StatusTag>
  if (result === 'fail') return <StatusTag tone="red">{t('spreadChecks.fail')}</StatusTag>
  return <StatusTag>{t('spreadChecks.struck')}</StatusTag>
}
