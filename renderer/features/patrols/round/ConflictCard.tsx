import { Button } from 'antd'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { ANSWER_TONES, formatSeconds } from '../wording.ts'
import styles from './ItemPanel.module.css'
import type { Choice, Conflict } from './round-store.ts'

/** Two people answered the same item: both answers side by side, and one of them is chosen. */
export function ConflictCard({
  conflict: { mine, theirs },
  onResolve,
}: {
  conflict: Conflict
  onResolve: (keep: 'theirs' | 'mine') => void
}) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { name } = theirs.by
  return (
    <div className={styles.conflict} role="alert">
      <h3>{t('patrols.conflict.title', { name })}</h3>
      <Side
        label={t('patrols.conflict.theirs', { name, time: formatSeconds(theirs.enteredAt, zone) })}
        choice={theirs}
      />
      <Side label={t('patrols.conflict.mine')} choice={mine} />
      <div className={styles.conflictKeys}>
        <Button onClick={() => onResolve('theirs')}>
          {t('patrols.conflict.keep')} <Kbd keys="O" />
        </Button>
        <Button onClick={() => onResolve('mine')}>
          {t('patrols.conflict.useMine')} <Kbd keys="M" />
        </Button>
      </div>
    </div>
  )
}

function Side({ label, choice }: { label: string; choice: Choice }) {
  const t = useTranslate()
  return (
    <div className={styles.side}>
      <span className="muted">{label}</span>
      <StatusTag tone={ANSWER_TONES[choice.value]}>{t(`patrols.answersFull.${choice.value}`)}</StatusTag>
      {choice.reading !== null && <span>{choice.reading}</span>}
      {choice.note && <span>{choice.note}</span>}
    </div>
  )
}
