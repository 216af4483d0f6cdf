import type { StorySentence } from '../../../shared/contract/award-papers.ts'
import { navigate } from '../../app/route-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './AwardPapers.module.css'

/** Where a record is opened; others have no page of their own. */
const PLACES: Readonly<Record<string, (uid: string) => void>> = {
  patrol: (round) => navigate('/patrols', { round }),
  rectification: (task) => navigate('/rectifications', { task }),
  complaint: (task) => navigate('/rectifications', { task }),
  meeting: (meeting) => navigate('/meetings', { meeting, view: 'minutes' }),
  thanks: () => navigate('/awards', { tab: 'thanks' }),
  award: (award) => navigate('/awards', { award }),
}

/** Each sentence of the draft, whether the text still says it, and the record it says it from. */
export function SentenceList({ sentences, text }: { sentences: readonly StorySentence[]; text: string }) {
  const t = useTranslate()
  return (
    <Panel title={t('awardPapers.screen.sentences')} isFilling>
      <ul className={styles.sentences}>
        {sentences.map(({ text: words, record, isTyped }) => {
          const open = PLACES[record.kind]
          const isUsed = text.includes(words)
          return (
            <li key={`${record.kind}/${record.uid}/${words}`}>
              <p className={isUsed ? undefined : 'faint'}>{words}</p>
              <span className={styles.origin}>
                <StatusTag tone={isUsed ? 'pine' : 'neutral'}>
                  {t(isUsed ? 'awardPapers.screen.used' : 'awardPapers.screen.changed')}
                </StatusTag>
                {isTyped && <StatusTag tone="amber">{t('awardPapers.screen.typed')}</StatusTag>}
                {open && (
                  <button type="button" className={styles.link} onClick={() => open(record.uid)}>
                    {t('awardPapers.screen.openRecord')}
                  </button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
