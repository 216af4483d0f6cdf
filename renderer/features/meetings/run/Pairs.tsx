import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { makePairs } from './make-pairs.ts'
import styles from './Run.module.css'

/** Two and two, whoever is here; what was put right is written beside the pair. */
export function Pairs({ meeting }: { meeting: Meeting }) {
  const t = useTranslate()
  const api = useApi()
  const cache = useQueryClient()
  const { uid, on } = meeting.meeting
  const save = useMutation(
    api.meetings.setPairs.mutationOptions({
      onSuccess: (read) => cache.setQueryData(api.meetings.read.queryKey({ input: { meeting: uid } }), read),
    }),
  )
  const here = meeting.attendance.filter(({ state }) => state !== 'absent').map(({ person }) => person.uid)
  const pairs = meeting.pairs.map(({ a, b, fixed }) => ({ a: a.uid, b: b.uid, fixed }))
  // By the day, so that the same two do not check each other every morning.
  const turn = Number(on.slice(8)) + (pairs.length > 0 ? 1 : 0)
  const make = () =>
    save.mutate({ meeting: uid, pairs: makePairs(here, turn).map((pair) => ({ ...pair, fixed: null })) })
  const write = (index: number, fixed: string) =>
    save.mutate({
      meeting: uid,
      pairs: pairs.map((pair, at) => (at === index ? { ...pair, fixed: fixed.trim() || null } : pair)),
    })
  return (
    <>
      {meeting.pairs.length === 0 && <p className="faint">{t('meetings.pairs.none')}</p>}
      <ul className={styles.pairs}>
        {meeting.pairs.map(({ a, b, fixed }, index) => (
          <li key={`${a.uid}/${b.uid}`}>
            <span>
              {a.name} · {b.name}
            </span>
            <Input
              size="small"
              aria-label={t('meetings.pairs.fixed', { a: a.name, b: b.name })}
              placeholder={t('meetings.pairs.fixedHint')}
              maxLength={200}
              defaultValue={fixed ?? ''}
              onBlur={({ target }) => target.value.trim() !== (fixed ?? '') && write(index, target.value)}
            />
          </li>
        ))}
      </ul>
      <Button loading={save.isPending} onClick={make}>
        {t(meeting.pairs.length === 0 ? 'meetings.pairs.make' : 'meetings.pairs.again')}
      </Button>
    </>
  )
}
