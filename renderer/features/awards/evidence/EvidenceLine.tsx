import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'
import { formatShortDay } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useLanguage } from '../../../app/use-translate.ts'
import styles from './Evidence.module.css'
import { placeOf } from './evidence-place.ts'
import { useEvidenceWords } from './use-evidence-words.ts'

/** One fact with its day; it leads to the record it comes from. */
export function EvidenceLine({ record }: { record: EvidenceRecord }) {
  const language = useLanguage()
  const { sentence } = useEvidenceWords()
  const place = placeOf(record)
  const text = [record.whose, sentence(record)].filter(Boolean).join(' · ')
  return (
    <span className={styles.line}>
      <span className={styles.day}>{formatShortDay(record.on, language)}</span>
      {place ? (
        <button type="button" className={styles.link} onClick={() => navigate(place.path, place.params)}>
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
    </span>
  )
}
