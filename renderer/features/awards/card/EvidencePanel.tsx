import { Button } from 'antd'
import { useState } from 'react'
import type { AwardEvidence } from '../../../../shared/contract/award-cards.ts'
import { navigate } from '../../../app/route-store.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import { placeOf } from '../evidence/evidence-place.ts'
import { AddEvidence } from './AddEvidence.tsx'
import type { AwardPartProps } from './AwardPage.tsx'

/** What speaks for it, under the criterion it speaks to; criteria without any say so. */
export function EvidencePanel(props: AwardPartProps) {
  const t = useTranslate()
  const { card, words, may } = props
  const [adding, setAdding] = useState<string>()
  const criteria = words.kindOf(card.award.kind)?.criteria ?? []
  return (
    <Panel title={t('awardViews.card.evidence')} aside={<span className="faint">{card.evidence.length}</span>} isPadded>
      {card.award.state === 'draft' && card.evidence.length === 0 && (
        <p className={styles.note}>{t('errors.awardNeedsEvidence')}</p>
      )}
      {criteria.map((criterion) => {
        const of = card.evidence.filter((one) => one.criterion === criterion.id)
        return (
          <section key={criterion.id} className={styles.criterion} aria-label={words.text(criterion)}>
            <h3>
              {words.text(criterion)}
              <span className="faint"> {criterion.weight}</span>
              {may('add-evidence') && (
                <Button size="small" onClick={() => setAdding(criterion.id)}>
                  {t('awardViews.evidence.add')}
                </Button>
              )}
            </h3>
            {of.length === 0 && <p className="faint">{t('awardViews.evidence.none')}</p>}
            <ul>
              {of.map((evidence) => (
                <EvidenceLine key={evidence.uid} evidence={evidence} {...props} />
              ))}
            </ul>
          </section>
        )
      })}
      {adding && <AddEvidence key={adding} {...props} criterion={adding} onClose={() => setAdding(undefined)} />}
    </Panel>
  )
}

function EvidenceLine({ evidence, card, words, actions, may }: AwardPartProps & { evidence: AwardEvidence }) {
  const t = useTranslate()
  const { record, title, within, words: typed, figure, unit, on, addedBy, alsoIn } = evidence
  const place = record && title !== null ? placeOf({ record, within, on }) : undefined
  const text = record ? (title ?? t('awardViews.evidence.gone')) : typed
  return (
    <li className={styles.evidence}>
      <span className={styles.number}>{on}</span>
      <span className={styles.words}>
        <span className="faint">{words.source(evidence.source)} </span>
        {place ? (
          <button type="button" className={styles.link} onClick={() => navigate(place.path, place.params)}>
            {text}
          </button>
        ) : (
          text
        )}
        {record && typed && ` ${typed}`}
        {figure && <b> {`${figure}${unit ?? ''}`}</b>}{' '}
        {!record && <StatusTag tone="amber">{t('awardViews.evidence.typed', { name: addedBy })}</StatusTag>}
        {alsoIn.length > 0 && (
          <StatusTag tone="amber">
            {t('awardViews.evidence.alsoIn', { others: alsoIn.map(({ no }) => no ?? '').join(t('awards.listJoin')) })}
          </StatusTag>
        )}
      </span>
      {may('add-evidence') && (
        <Button
          size="small"
          type="text"
          aria-label={t('awardViews.evidence.remove', { what: text ?? '' })}
          onClick={() => actions.removeEvidence.mutate({ uid: card.award.uid, evidence: evidence.uid })}
        >
          {t('common.remove')}
        </Button>
      )}
    </li>
  )
}
