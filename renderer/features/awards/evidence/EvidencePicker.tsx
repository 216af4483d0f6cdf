import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { EvidenceRecord, EvidenceSubject } from '../../../../shared/contract/award-evidence.ts'
import { isComposing } from '../../../app/shortcut.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useClient } from '../../../services/use-client.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import styles from './Evidence.module.css'
import { EvidenceLine } from './EvidenceLine.tsx'
import { onePerRecord, recordKey } from './record-key.ts'
import { useEvidenceWords } from './use-evidence-words.ts'

const PAGE = 30

interface EvidencePickerProps {
  subject: EvidenceSubject
  from: string
  to: string
  /** Offered first; of the criterion. */
  sources: readonly string[]
  /** Uids of what is linked already. */
  linked: ReadonlySet<string>
  isAdding: boolean
  onAdd: (records: readonly EvidenceRecord[]) => void
}

/** Records of the subject by days, sources and words; several are ticked, Enter adds them. */
export function EvidencePicker({ subject, sources, linked, isAdding, onAdd, ...period }: EvidencePickerProps) {
  const t = useTranslate()
  const client = useClient()
  const { source: nameOf } = useEvidenceWords()
  const [wish, setWish] = useState({ ...period, sources: [...sources], words: '' })
  const [ticked, setTicked] = useState<ReadonlyMap<string, EvidenceRecord>>(new Map())
  const input = { subject, ...wish, sources: wish.sources.length > 0 ? wish.sources : [...sources], limit: PAGE }
  const found = useInfiniteQuery({
    queryKey: [['awardEvidence', 'search'], { input, type: 'infinite' }],
    queryFn: ({ pageParam }) => client.awardEvidence.search({ ...input, after: pageParam }),
    initialPageParam: null as { on: string; skip: number } | null,
    getNextPageParam: (page) => page.next,
  })
  const [first] = found.data?.pages ?? []
  const records = found.data?.pages.flatMap((page) => page.records) ?? []
  const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part })

  function tick(record: EvidenceRecord, isTicked: boolean) {
    const next = new Map(ticked)
    if (isTicked) next.set(recordKey(record), record)
    else next.delete(recordKey(record))
    setTicked(next)
  }

  function add() {
    if (ticked.size === 0 || isAdding) return
    onAdd(onePerRecord([...ticked.values()]))
    setTicked(new Map())
  }

  /** Enter adds what is ticked; the form around it saves what is typed there. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || isComposing(event.nativeEvent)) return
    event.preventDefault()
    if (event.target.type === 'checkbox') add()
  }

  const rows = (of: readonly EvidenceRecord[]) => (
    <ul className={styles.list}>
      {of.map((record) => (
        <li key={recordKey(record)}>
          <Checkbox
            checked={ticked.has(recordKey(record)) || linked.has(record.record.uid)}
            disabled={linked.has(record.record.uid)}
            onChange={(event) => tick(record, event.target.checked)}
          />
          <EvidenceLine record={record} />
        </li>
      ))}
    </ul>
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the fields inside
    <div onKeyDown={onKeyDown}>
      <div className={styles.filters}>
        <Field label={t('awardEvidence.picker.from')}>
          {(ids) => <DayField {...ids} value={wish.from} onChange={(from) => change({ from: from ?? period.from })} />}
        </Field>
        <Field label={t('awardEvidence.picker.to')}>
          {(ids) => <DayField {...ids} value={wish.to} onChange={(to) => change({ to: to ?? period.to })} />}
        </Field>
        <Field label={t('awardEvidence.picker.sources')}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              maxTagCount={1}
              maxTagTextLength={12}
              maxTagPlaceholder={(left) => `+${left.length}`}
              placeholder={t('awardEvidence.picker.allSources')}
              value={wish.sources}
              options={sources.map((value) => ({ value, label: nameOf(value) }))}
              onChange={(chosen: string[]) => change({ sources: chosen })}
            />
          )}
        </Field>
        <Field label={t('awardEvidence.picker.words')}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              allowClear
              maxLength={60}
              value={wish.words}
              onChange={(event) => change({ words: event.target.value })}
            />
          )}
        </Field>
      </div>
      {Boolean(found.error) && <Failure error={found.error} />}
      {found.isLoading && <LoadingRows rows={4} />}
      {first && first.totals.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('awardEvidence.picker.totals')}</h3>
          {rows(first.totals)}
        </>
      )}
      {first && (
        <>
          <h3 className={styles.heading}>{t('awardEvidence.picker.records')}</h3>
          {records.length === 0 ? <p className="muted">{t('awardEvidence.picker.none')}</p> : rows(records)}
        </>
      )}
      <div className={styles.foot}>
        <Button type="primary" disabled={ticked.size === 0} loading={isAdding} onClick={add}>
          {t('awardEvidence.picker.add', { count: ticked.size })}
        </Button>
        {found.hasNextPage && (
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('awardEvidence.picker.more', { count: PAGE })}
          </Button>
        )}
      </div>
      {first && first.tooLong.length > 0 && (
        <p className="muted">
          {t('awardEvidence.picker.tooLong', {
            names: first.tooLong.map(nameOf).join(t('awardEvidence.picker.listJoin')),
          })}
        </p>
      )}
      {first && first.untold.length > 0 && (
        <p className="muted">
          {t('awardEvidence.picker.untold', {
            names: first.untold.map(nameOf).join(t('awardEvidence.picker.listJoin')),
          })}
        </p>
      )}
    </div>
  )
}
