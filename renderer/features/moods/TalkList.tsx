import { Button } from 'antd'
import type { CareGuide } from '../../../shared/contract/mood-care.ts'
import type { CareTalk } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import styles from './Moods.module.css'
import { wordIn } from './mood-words.ts'

interface TalkListProps {
  talks: readonly CareTalk[]
  /** Whose name stands first: on the head's page. */
  withNames?: boolean
  guide?: CareGuide
  onRemove?: (talk: CareTalk) => void
}

export function TalkList({ talks, withNames = false, guide, onRemove }: TalkListProps) {
  const t = useTranslate()
  const language = useLanguage()
  const actionName = (id: string) => {
    const action = guide?.actions.find((one) => one.id === id)
    return action && wordIn(action.name, language)
  }
  return (
    <ul className={styles.list}>
      {talks.map((talk) => (
        <li key={talk.id}>
          <span className="muted">{talk.on}</span>
          <span className={`${styles.wide} ${styles.told}`}>
            <span>
              {withNames && <b>{talk.person.name} </b>}
              {t(`moods.care.outcomes.${talk.outcome}`)}
              {talk.nextOn && <span className="muted"> · {t('moods.care.next', { on: talk.nextOn })}</span>}
              {talk.actions.map((id) => {
                const name = actionName(id)
                return name && <span key={id}> · {name}</span>
              })}
            </span>
            {talk.note !== null && <span className="muted">{talk.note}</span>}
            {talk.isNoteLocked && <span className="faint">{t('moods.care.noteLocked')}</span>}
          </span>
          {onRemove && (
            <Button type="text" size="small" onClick={() => onRemove(talk)}>
              {t('moods.care.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
