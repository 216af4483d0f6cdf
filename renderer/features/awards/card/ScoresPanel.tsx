import { navigate } from '../../../app/route-store.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import { pointsText } from '../award-words.ts'
import type { AwardPartProps } from './AwardPage.tsx'

/** How the sum came about: every number with the numbers it is made of. */
export function ScoresPanel({ card, words }: AwardPartProps) {
  const t = useTranslate()
  const { sum, evidence } = card
  if (!sum) return null
  const criteria = new Map((words.kindOf(card.award.kind)?.criteria ?? []).map((one) => [one.id, words.text(one)]))
  const reviewers = [...new Set(sum.criteria.flatMap(({ counted }) => counted.map(({ person }) => person)))].sort()
  const join = t('awards.listJoin')
  return (
    <Panel
      title={t('awardViews.scores.title')}
      aside={<b className={styles.sum}>{t('awardViews.sumIs', { points: pointsText(sum.sum) })}</b>}
      isPadded
    >
      <div className={styles.scroll}>
        <table className={styles.scores}>
          <thead>
            <tr>
              <th scope="col">{t('awards.rules.criterion')}</th>
              {reviewers.map((name) => (
                <th key={name} scope="col" className={styles.figure}>
                  {name}
                </th>
              ))}
              <th scope="col" className={styles.figure}>
                {t('awardViews.scores.median')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('awards.rules.weight')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('awardViews.scores.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sum.criteria.map(({ criterion, counted, median, weight, share, isMissing }) => (
              <tr key={criterion}>
                <th scope="row">
                  {criteria.get(criterion) ?? criterion}{' '}
                  {isMissing && <StatusTag tone="amber">{t('awardViews.scores.missing')}</StatusTag>}
                  {!isMissing && !evidence.some((one) => one.criterion === criterion) && (
                    <StatusTag tone="amber">{t('awardViews.scores.unlinked')}</StatusTag>
                  )}
                </th>
                {reviewers.map((name) => {
                  const one = counted.find(({ person }) => person === name)
                  return (
                    <td key={name} className={styles.figure} title={one?.note ?? undefined}>
                      {one?.points === null ? t('awardViews.scores.noEvidence') : (one?.points ?? '')}
                    </td>
                  )
                })}
                <td className={styles.figure}>{pointsText(median)}</td>
                <td className={styles.figure}>{`${weight}%`}</td>
                <td className={styles.figure}>{pointsText(share)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={reviewers.length + 3}>
                {t('awardViews.scores.sum')}
              </th>
              <td className={styles.figure}>
                <b>{pointsText(sum.sum)}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="faint">{t('awardViews.scores.how')}</p>
      {sum.excluded.length > 0 && <p>{t('awardViews.scores.excluded', { names: sum.excluded.join(join) })}</p>}
      {sum.waitingFor.length > 0 && <p>{t('awardViews.scores.waitingFor', { names: sum.waitingFor.join(join) })}</p>}
      {sum.ties.length > 0 && (
        <p>
          <StatusTag tone="amber">{t('awardViews.scores.tie')}</StatusTag>{' '}
          {sum.ties.map(({ uid, no }) => (
            <button key={uid} type="button" className={styles.link} onClick={() => navigate('/awards', { award: uid })}>
              {no}
            </button>
          ))}
          {card.tieReason && ` ${t('awardViews.scores.tieReason', { reason: card.tieReason })}`}
        </p>
      )}
    </Panel>
  )
}
