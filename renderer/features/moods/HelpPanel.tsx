import type { MoodScale } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

/** Helplines and the signs that call for them; the same sheet for everybody. */
export function HelpPanel({ scale }: { scale: MoodScale }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <Panel title={t('moods.help.title')} isPadded>
      <div className={styles.help}>
        <div className={styles.numbers}>
          {scale.helplines.map(({ name, number }) => (
            <span key={name.en}>
              {wordIn(name, language)}
              {number ? <b>{number}</b> : <span className="faint"> {t('moods.help.none')}</span>}
            </span>
          ))}
        </div>
        <b>{t('moods.help.flags')}</b>
        <ul className={styles.flags}>
          {scale.redFlags.map((flag) => (
            <li key={flag.en}>{wordIn(flag, language)}</li>
          ))}
        </ul>
        <p className="muted">{wordIn(scale.redFlagAction, language)}</p>
      </div>
    </Panel>
  )
}
