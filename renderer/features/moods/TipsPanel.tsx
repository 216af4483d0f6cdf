import { useMutation } from '@tanstack/react-query'
import type { MoodScale } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

/** The own favourites first. */
export function TipsPanel({ scale, favourites }: { scale: MoodScale; favourites: readonly string[] }) {
  const t = useTranslate()
  const language = useLanguage()
  const set = useMutation(useApi().moods.setFavourite.mutationOptions())
  const isKept = (id: string) => favourites.includes(id)
  const tips = [...scale.tips].sort((one, other) => Number(isKept(other.id)) - Number(isKept(one.id)))
  return (
    <Panel title={t('moods.tips.title')}>
      <ul className={styles.list}>
        {tips.map(({ id, name, how, minutes }) => {
          const tip = wordIn(name, language)
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.star}
                aria-pressed={isKept(id)}
                aria-label={t(isKept(id) ? 'moods.tips.unfavour' : 'moods.tips.favour', { tip })}
                onClick={() => set.mutate({ tip: id, isFavourite: !isKept(id) })}
              >
                {isKept(id) ? '★' : '☆'}
              </button>
              <span className={styles.wide}>
                <b>{tip}</b> <span className="muted">{wordIn(how, language)}</span>
              </span>
              <span className="faint">{t('moods.tips.minutes', { count: minutes })}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
