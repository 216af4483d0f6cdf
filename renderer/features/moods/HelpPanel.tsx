import { Button } from 'antd'
import type { MoodScale } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

/** Helplines and the signs that call for them; the same sheet for everybody. `onFill`: the head fills in the bank's own. */
export function HelpPanel({ scale, onFill }: { scale: MoodScale; onFill?: (() => void) | undefined }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <Panel title={t('moods.help.title')} isPadded>
      <div className={styles.help}>
        <div className={styles.numbers}>
          {scale.helplines.map(({ name, number }) => (
            <span key={name.en}>
              {wordIn(name, language)}
              {number && <b>{number}</b>}
              {!number && !onFill && <span className="faint"> {t('moods.help.none')}</span>}
              {!number && onFill && (
                <Button type="link" size="small" onClick={onFill}>
                  {t('moods.help.fill')}
                </Button>
              )}
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
