import type { MoodScale } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

interface TagPickerProps {
  scale: MoodScale
  /** Days that a sensitive cause is kept. */
  days: number
  tags: readonly string[]
  most: number
  onChange: (tags: string[]) => void
}

export function TagPicker({ scale, days, tags, most, onChange }: TagPickerProps) {
  const t = useTranslate()
  const language = useLanguage()
  const flip = (id: string) => onChange(tags.includes(id) ? tags.filter((one) => one !== id) : [...tags, id])
  return (
    <div className={styles.causes}>
      <fieldset className={styles.tags} aria-label={t('moods.checkIn.tags')}>
        {scale.tags.map(({ id, name, isSensitive }) => {
          const word = wordIn(name, language)
          const isOn = tags.includes(id)
          return (
            <button
              key={id}
              type="button"
              className={styles.tag}
              aria-pressed={isOn}
              disabled={!isOn && tags.length >= most}
              onClick={() => flip(id)}
            >
              {isSensitive ? t('moods.checkIn.sensitive', { tag: word }) : word}
            </button>
          )
        })}
      </fieldset>
      <div className="faint">{t('moods.checkIn.tagsHelp', { days })}</div>
    </div>
  )
}
