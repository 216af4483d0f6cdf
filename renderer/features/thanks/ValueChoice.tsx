import { Radio } from 'antd'
import type { ThanksValue } from '../../../shared/contract/thanks.ts'
import styles from './Thanks.module.css'
import { useThanksWords } from './use-thanks-options.ts'

/** The value that a digit key stands for. */
export function valueAt(values: readonly ThanksValue[], code: string): ThanksValue | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : values[Number(digit) - 1]
}

interface ValueChoiceProps {
  id: string
  values: readonly ThanksValue[]
  value: string | undefined
  onChange: (id: string) => void
}

/** Every value at once with its digit, which works while the group has the focus. */
export function ValueChoice({ id, values, value, onChange }: ValueChoiceProps) {
  const { text } = useThanksWords()
  return (
    <Radio.Group
      id={id}
      className={styles.values ?? ''}
      value={value ?? null}
      onChange={(event) => onChange(event.target.value)}
    >
      {values.map((one, index) => (
        <Radio key={one.id} value={one.id}>
          <span className={styles.digit}>{index + 1}</span> {text(one.name)}
        </Radio>
      ))}
    </Radio.Group>
  )
}
