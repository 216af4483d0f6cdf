import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MoodSeries, MoodState } from '../../../shared/contract/moods.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Moods.module.css'

interface GivenConsentProps {
  series: MoodSeries
  /** Null: only to an earlier series. */
  consent: MoodState['consent']
}

export function GivenConsent({ series, consent }: GivenConsentProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const [isAsking, setAsking] = useState(false)
  const withdraw = useMutation(useApi().moods.withdraw.mutationOptions())

  function confirm() {
    withdraw.mutate(
      {},
      {
        onSuccess() {
          setAsking(false)
          notify({ tone: 'done', text: t('moods.notice.undone') })
        },
      },
    )
  }

  return (
    <div className={styles.foot}>
      <span className="faint">
        {consent
          ? t('moods.notice.agreed', { on: businessDay(consent.givenAt, zone), version: consent.notice })
          : t('moods.notice.earlier')}
      </span>
      <Button type="link" size="small" onClick={() => setAsking(true)}>
        {t('moods.notice.undo')}
      </Button>
      <ConfirmDanger
        isOpen={isAsking}
        title={t('moods.notice.undoTitle')}
        text={t(series.mode === 'named' || !consent ? 'moods.notice.undoNamed' : 'moods.notice.undoCounters')}
        confirmLabel={t('moods.notice.undo')}
        isBusy={withdraw.isPending}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
