import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { AwardSuggestion } from '../../../../shared/contract/award-suggestions.ts'
import { periodOfFacts } from '../../../../shared/domain/award-period.ts'
import { formatDay } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { openGive } from '../../thanks/index.ts'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { recordKey } from '../evidence/record-key.ts'
import { type AwardWords, useAwardWords } from '../use-award-words.ts'
import styles from './Suggestions.module.css'

/** Who stands out by the records, and whom nobody has recognised; for the head. */
export function SuggestionsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const words = useAwardWords()
  const { today } = useSignedIn()
  const { data, error, refetch } = useQuery(useApi().awardEvidence.suggestions.queryOptions({ input: {} }))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={6} />
  const { from, to, suggestions, unrecognised } = data
  /** For a period that holds its records, which come along. */
  const nominate = ({ kind, person, rule, ...facts }: AwardSuggestion) => {
    const period = periodOfFacts(words.kindOf(kind)?.cycle ?? 'anytime', today, facts)
    navigate('/awards', { new: kind, person: person.uid, rule, ...period })
  }
  return (
    <>
      <p className="muted">
        {t('awardSuggestions.lead', { from: formatDay(from, language), to: formatDay(to, language) })}
      </p>
      <div className={styles.columns}>
        <Panel title={t('awardSuggestions.people')} aside={<span className="muted">{suggestions.length}</span>}>
          {suggestions.length === 0 && (
            <EmptyState title={t('awardSuggestions.none')} text={t('awardSuggestions.noneText')} />
          )}
          <ul className={styles.list}>
            {suggestions.map((one) => (
              <SuggestionRow
                key={`${one.person.uid}/${one.rule}`}
                suggestion={one}
                words={words}
                onNominate={() => nominate(one)}
              />
            ))}
          </ul>
        </Panel>
        <Panel title={t('awardSuggestions.unrecognised')} aside={<span className="muted">{unrecognised.length}</span>}>
          {unrecognised.length === 0 ? (
            <EmptyState title={t('awardSuggestions.noneWaiting')} />
          ) : (
            <p className={styles.lead}>{t('awardSuggestions.unrecognisedText')}</p>
          )}
          <ul className={styles.list}>
            {unrecognised.map(({ person, lastOn }) => (
              <li key={person.uid} className={styles.waiting}>
                <Avatar name={person.name} size={24} />
                <strong>{person.name}</strong>
                <span className="muted">
                  {lastOn === null
                    ? t('awardSuggestions.never')
                    : t('awardSuggestions.last', { on: formatDay(lastOn, language) })}
                </span>
                <Button size="small" onClick={() => openGive(person.uid)}>
                  {t('awardSuggestions.give')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  )
}

const MOST_SHOWN = 5

interface SuggestionRowProps {
  suggestion: AwardSuggestion
  words: AwardWords
  onNominate: () => void
}

/** The head nominates what anybody may, what the head's own list names, and what the branch alone does. */
const HEAD_MAY = ['any-staff', 'outlet-head', 'branch-lead']

function SuggestionRow({ suggestion, words, onNominate }: SuggestionRowProps) {
  const t = useTranslate()
  const { person, rule, count, isCut, kind, records, isNominated } = suggestion
  const offices = words.kindOf(kind)?.nominatedBy ?? []
  const mayNominate = offices.some(({ id }) => HEAD_MAY.includes(id))
  const names = offices.map((office) => words.text(office)).join(t('awardEvidence.picker.listJoin'))
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <Avatar name={person.name} size={28} />
        <strong>{person.name}</strong>
        <span>
          {t(`awardSuggestions.rules.${rule}`, { count })}
          {isCut && <span className="muted"> {t('awardSuggestions.cut')}</span>}
        </span>
        <span className={styles.fits}>{t('awardSuggestions.fits', { kind: words.kind(kind) })}</span>
        {isNominated && <span className="muted">{t('awardSuggestions.nominated')}</span>}
        {!isNominated && mayNominate && (
          <Button size="small" onClick={onNominate}>
            {t('awardSuggestions.nominate')}
          </Button>
        )}
        {!isNominated && !mayNominate && <span className="muted">{t('awardSuggestions.byOthers', { names })}</span>}
      </div>
      <ul className={styles.facts}>
        {records.slice(0, MOST_SHOWN).map((record) => (
          <li key={recordKey(record)}>
            <EvidenceLine record={record} />
          </li>
        ))}
      </ul>
    </li>
  )
}
