import { useQuery } from '@tanstack/react-query'
import type { ItemWording } from '../../../shared/contract/checklists.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import styles from './Checklists.module.css'
import type { ChecklistWords } from './use-words.ts'
import { differencesOf, factsOf } from './wording-facts.ts'

/** Every wording of an item, newest first, each against the one before it. */
export function ItemHistory({
  id,
  words,
  hidesSingle = false,
}: {
  id: string
  words: ChecklistWords
  /** Where the wording of now already stands beside it. */
  hidesSingle?: boolean
}) {
  const { t } = words
  const { zone } = useSignedIn()
  const history = useQuery(useApi().checklists.itemHistory.queryOptions({ input: { id } }))
  if (history.error) return <Failure error={history.error} onRetry={() => void history.refetch()} />
  if (!history.data) return <LoadingRows rows={3} />
  if (hidesSingle && history.data.length === 1) return null
  return (
    <div className={styles.wordings}>
      {history.data.map((wording, index) => {
        const before = history.data[index + 1]
        return (
          <section key={wording.version}>
            <h3>
              {t('checklists.history.versionOf', { version: wording.version })}
              <small>
                {wording.changedBy === ''
                  ? t('checklists.history.shipped')
                  : t('checklists.history.by', {
                      name: wording.changedBy,
                      at: formatInstant(wording.changedAt, zone),
                    })}
              </small>
            </h3>
            {before ? (
              <Differences before={before} after={wording} words={words} />
            ) : (
              <WordingFacts wording={wording} words={words} />
            )}
          </section>
        )
      })}
    </div>
  )
}

export function Differences({
  before,
  after,
  words,
}: {
  before: ItemWording
  after: ItemWording
  words: ChecklistWords
}) {
  const { t } = words
  const differences = differencesOf(before, after, words)
  if (differences.length === 0) return <div className="faint">{t('checklists.history.same')}</div>
  return (
    <dl className={styles.diff}>
      {differences.map((difference) => (
        <FactRow key={difference.field} label={t(`checklists.field.${difference.field}`)}>
          <del>{difference.before || t('checklists.history.nothing')}</del>{' '}
          <ins>{difference.after || t('checklists.history.nothing')}</ins>
        </FactRow>
      ))}
    </dl>
  )
}

export function WordingFacts({ wording, words }: { wording: ItemWording; words: ChecklistWords }) {
  return (
    <dl className={styles.diff}>
      {factsOf(wording, words)
        .filter(({ text }) => text !== '')
        .map(({ field, text }) => (
          <FactRow key={field} label={words.t(`checklists.field.${field}`)}>
            {text}
          </FactRow>
        ))}
    </dl>
  )
}

function FactRow({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
