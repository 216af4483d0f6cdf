import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { MOOD_MODES, type MoodMode, type MoodSeries } from '../../../shared/contract/moods.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Moods.module.css'

export function ModePanel({ series }: { series: MoodSeries | null }) {
  const t = useTranslate()
  const [asked, setAsked] = useState<MoodMode>()
  const open = useMutation(useApi().moods.openSeries.mutationOptions())
  const word = (mode: MoodMode) => t(`moods.mode.${mode}`)

  function confirm() {
    if (!asked) return
    open.mutate(
      { mode: asked },
      {
        onSuccess() {
          setAsked(undefined)
          notify({ tone: 'done', text: t('moods.rules.started', { mode: word(asked) }) })
        },
      },
    )
  }

  return (
    <Panel title={t('moods.rules.mode')} isPadded>
      <div className={styles.form}>
        <b>{series ? t('moods.rules.now', { mode: word(series.mode), on: series.openedOn }) : t('moods.rules.none')}</b>
        <span className="muted">{t('moods.rules.frozen')}</span>
        {MOOD_MODES.filter((mode) => mode !== series?.mode).map((mode) => (
          <div key={mode} className={styles.told}>
            <span>{t(`moods.rules.${mode}`)}</span>
            <span>
              <Button onClick={() => setAsked(mode)}>
                {t(series ? 'moods.rules.turn' : 'moods.rules.start', { mode: word(mode) })}
              </Button>
            </span>
          </div>
        ))}
        <span className="faint">{t('moods.rules.unsealed')}</span>
      </div>
      <ConfirmDanger
        isOpen={asked !== undefined}
        title={t('moods.rules.startTitle', { mode: asked ? word(asked) : '' })}
        text={t('moods.rules.startText')}
        confirmLabel={t('moods.rules.start', { mode: asked ? word(asked) : '' })}
        isBusy={open.isPending}
        onConfirm={confirm}
        onCancel={() => setAsked(undefined)}
      />
    </Panel>
  )
}
