import { Checkbox } from 'antd'
import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Field } from '../../../ui/Field.tsx'
import evidence from '../evidence/Evidence.module.css'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { recordKey } from '../evidence/record-key.ts'

interface RecordsToLinkProps {
  records: readonly EvidenceRecord[]
  /** Those of the nominee, of the period and of a criterion of the award. */
  linkable: readonly EvidenceRecord[]
  /** Keys of those that somebody unticked. */
  without: ReadonlySet<string>
  onChange: (without: ReadonlySet<string>) => void
}

/** What a suggestion leans on, linked together with the nomination unless it is unticked. */
export function RecordsToLink({ records, linkable, without, onChange }: RecordsToLinkProps) {
  const t = useTranslate()
  const chosen = linkable.filter((record) => !without.has(recordKey(record))).length
  function tick(key: string, isTicked: boolean) {
    const next = new Set(without)
    if (isTicked) next.delete(key)
    else next.add(key)
    onChange(next)
  }
  return (
    <Field label={t('awardViews.form.records', { count: chosen })} help={t('awardViews.form.recordsHelp')}>
      {({ id }) => (
        <ul id={id} className={evidence.list}>
          {records.map((record) => {
            const key = recordKey(record)
            const isLinkable = linkable.includes(record)
            return (
              <li key={key}>
                <Checkbox
                  aria-label={t('awardViews.form.linkRecord', { on: record.on })}
                  disabled={!isLinkable}
                  checked={isLinkable && !without.has(key)}
                  onChange={(event) => tick(key, event.target.checked)}
                />
                <EvidenceLine record={record} />
              </li>
            )
          })}
        </ul>
      )}
    </Field>
  )
}
