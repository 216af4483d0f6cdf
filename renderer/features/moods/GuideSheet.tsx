import type { CareGuide } from '../../../shared/contract/mood-care.ts'
import type { MoodScale } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

export function GuideSheet({ guide, scale }: { guide: CareGuide; scale: MoodScale }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <section className={styles.guide} aria-label={t('moods.care.guide')}>
      <h2>{t('moods.care.guide')}</h2>
      {guide.steps.map(({ id, name, prompts }) => (
        <div key={id}>
          <h3>{wordIn(name, language)}</h3>
          <ul>
            {prompts.map((prompt) => (
              <li key={prompt.en}>{wordIn(prompt, language)}</li>
            ))}
          </ul>
        </div>
      ))}
      <div>
        <h3>{t('moods.care.donts')}</h3>
        <ul>
          {guide.donts.map((dont) => (
            <li key={dont.en}>{wordIn(dont, language)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('moods.help.flags')}</h3>
        <ul>
          {scale.redFlags.map((flag) => (
            <li key={flag.en}>{wordIn(flag, language)}</li>
          ))}
        </ul>
        <p className="muted">{wordIn(scale.redFlagAction, language)}</p>
      </div>
    </section>
  )
}
