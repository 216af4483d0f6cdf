import { Button } from 'antd'
import type { CarePerson } from '../../../shared/contract/mood-care.ts'
import type { MoodScale } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { MoodGlyph } from './MoodGlyph.tsx'
import styles from './Moods.module.css'
import { levelName, tagNames } from './mood-words.ts'

interface CarePeopleProps {
  scale: MoodScale
  people: readonly CarePerson[]
  isNamed: boolean
  onTalk: (person: CarePerson['person']) => void
}

/** Every answer of the four weeks, newest last. */
export function CarePeople({ scale, people, isNamed, onTalk }: CarePeopleProps) {
  const t = useTranslate()
  const language = useLanguage()
  if (people.length === 0) {
    const text = t(isNamed ? 'moods.care.peopleNone' : 'moods.care.counters')
    return <p className={`${styles.fields} muted`}>{text}</p>
  }
  return (
    <ul className={styles.list}>
      {people.map(({ person, answers }) => {
        const tags = tagNames(scale, answers.at(-1)?.tags ?? [], language)
        return (
          <li key={person.uid}>
            <b>{person.name}</b>
            <span className={`${styles.wide} ${styles.days}`}>
              {answers.map(({ on, moment, level }) => {
                const word = level === null ? '' : levelName(scale, level, language)
                return (
                  <span key={`${on}/${moment}`} title={`${on} ${t(`moods.moment.${moment}`)} ${word}`}>
                    {level === null ? '–' : <MoodGlyph level={level} size={20} />}
                    <span className="visually-hidden">{`${on} ${word}`}</span>
                  </span>
                )
              })}
            </span>
            {tags !== '' && <span className="muted">{tags}</span>}
            <Button size="small" onClick={() => onTalk(person)}>
              {t('moods.care.talk')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
