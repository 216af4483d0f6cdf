import type { AwardKind } from '../../../../shared/contract/awards.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import type { AwardWords } from '../use-award-words.ts'
import styles from './Rules.module.css'

/** One kind of award in full. */
export function KindRules({ kind, words }: { kind: AwardKind; words: AwardWords }) {
  const t = useTranslate()
  const { text } = words
  const names = (all: readonly { zh: string; en: string }[]) => all.map(text).join(t('awards.listJoin'))
  const facts: [string, string][] = [
    [t('awards.rules.cycle'), t(`awards.cycle.${kind.cycle}`)],
    [t('awards.rules.subject'), t(`awards.subject.${kind.subject}`)],
    [t('awards.rules.quota'), text(kind.quota)],
    [t('awards.rules.nominatedBy'), names(kind.nominatedBy)],
    [t('awards.rules.approvedBy'), names(kind.approvedBy)],
    [
      t('awards.rules.publicity'),
      kind.publicityDays === 0
        ? t('awards.rules.noPublicity')
        : t('awards.rules.publicityDays', { count: kind.publicityDays }),
    ],
    [t('awards.rules.prize'), text(kind.prize)],
  ]
  return (
    <Panel title={text(kind)} aside={<StatusTag tone="blue">{t(`awards.level.${kind.level}`)}</StatusTag>} isPadded>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kind.isDecidedOutside && <p className={styles.note}>{t('awards.rules.decidedOutside')}</p>}
      <table className={styles.criteria}>
        <caption>{t('awards.rules.criteria')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('awards.rules.criterion')}</th>
            <th scope="col" className={styles.number}>
              {t('awards.rules.weight')}
            </th>
            <th scope="col">{t('awards.rules.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {kind.criteria.map(({ id, weight, sources, ...name }) => (
            <tr key={id}>
              <th scope="row">{text(name)}</th>
              <td className={styles.number}>{weight}</td>
              <td>{sources.map(words.source).join(t('awards.listJoin'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={styles.heading}>{t('awards.rules.gates')}</h3>
      <ul className={styles.lines}>
        {kind.gates.map(({ id, isByData, ...veto }) => (
          <li key={id}>
            {text(veto)} <span className="faint">{t(isByData ? 'awards.rules.byData' : 'awards.rules.byPerson')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
