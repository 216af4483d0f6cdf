import { useQuery } from '@tanstack/react-query'
import type { Award } from '../../../../shared/contract/awards.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import { nomineeText, pointsText, STATE_TONES } from '../award-words.ts'
import type { AwardWords } from '../use-award-words.ts'

/** How many there may be, and who else stands for the same award and period: best first, for the head who decides. */
export function Candidates({ award, words }: { award: Award; words: AwardWords }) {
  const t = useTranslate()
  const { outlet } = useSignedIn()
  const { kind, from, to, uid } = award
  const ranking = useQuery(useApi().awards.ranking.queryOptions({ input: { kind, from, to } }))
  const others = ranking.data?.filter((one) => one.award.uid !== uid) ?? []
  const quota = words.kindOf(kind)?.quota
  return (
    <>
      {quota && <p className="muted">{t('awardViews.quota', { quota: words.text(quota) })}</p>}
      {others.length > 0 && (
        <section aria-label={t('awardViews.candidates')}>
          <b>{t('awardViews.candidates')}</b>
          <ul>
            {others.map((one) => (
              <li key={one.award.uid} className={styles.evidence}>
                <span className={styles.number}>{one.award.no}</span>
                <span className={styles.words}>
                  {nomineeText(one.award.nominee, outlet.name, t('awards.listJoin'))}
                </span>
                {one.sum !== null && (
                  <span className={styles.number}>{t('awardViews.sumIs', { points: pointsText(one.sum) })}</span>
                )}
                <StatusTag tone={STATE_TONES[one.award.state]}>{t(`awardViews.state.${one.award.state}`)}</StatusTag>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
