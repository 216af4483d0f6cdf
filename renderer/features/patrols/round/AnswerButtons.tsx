import { ANSWERS, type AnswerValue } from '../../../../shared/contract/patrols.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import styles from './ItemRow.module.css'

interface AnswerButtonsProps {
  label: string
  chosen: AnswerValue | undefined
  /** Chosen and on disk; otherwise only wished for. */
  isSaved: boolean
  isKnown: boolean
  isReachable: boolean
  isReadOnly: boolean
  onChoose: (value: AnswerValue) => void
}

export function AnswerButtons(props: AnswerButtonsProps) {
  const t = useTranslate()
  return (
    <div className={styles.answers} role="radiogroup" aria-label={props.label}>
      {ANSWERS.map((value) => {
        const isChosen = props.chosen === value
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button keeps digits and arrows for the whole list
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={isChosen}
            tabIndex={props.isReachable ? 0 : -1}
            disabled={props.isReadOnly}
            data-answer={isChosen ? value : undefined}
            data-wished={(isChosen && !props.isSaved) || undefined}
            onClick={() => props.onChoose(value)}
          >
            {value === 'fail' && props.isKnown ? t('patrols.stillOpen') : t(`patrols.answers.${value}`)}
          </button>
        )
      })}
    </div>
  )
}
