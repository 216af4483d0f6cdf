import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { CareView } from '../../../shared/contract/mood-care.ts'
import type { CareTalk, MoodScale } from '../../../shared/contract/moods.ts'
import { navigate } from '../../app/route-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import { CarePeople } from './CarePeople.tsx'
import { CareReminders } from './CareReminders.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import styles from './Moods.module.css'
import { TalkDrawer } from './TalkDrawer.tsx'
import { TalkList } from './TalkList.tsx'

interface CareSheetProps {
  scale: MoodScale
  care: CareView
  /** That a talk is kept. */
  days: number
  isNamed: boolean
  onShut: () => void
}

export function CareSheet({ scale, care, days, isNamed, onShut }: CareSheetProps) {
  const t = useTranslate()
  const [talkingTo, setTalkingTo] = useState<CareTalk['person']>()
  const [leaving, setLeaving] = useState<CareTalk>()
  const remove = useMutation(useApi().moods.removeTalk.mutationOptions())

  function confirm() {
    if (!leaving) return
    remove.mutate(
      { id: leaving.id },
      {
        onSuccess() {
          setLeaving(undefined)
          notify({ tone: 'done', text: t('moods.care.removed') })
        },
      },
    )
  }

  return (
    <>
      <div className={styles.columns}>
        <div className={styles.column}>
          {care.isLocked && (
            <div className={`${styles.quiet} ${styles.foot}`} role="note">
              <span className={styles.wide}>{t('moods.care.locked')}</span>
              <Button size="small" onClick={() => navigate('/settings', { tab: 'vault' })}>
                {t('moods.care.toVault')}
              </Button>
            </div>
          )}
          <Panel
            title={t('moods.care.reminders')}
            extra={
              <Button size="small" onClick={onShut}>
                {t('moods.care.close')}
              </Button>
            }
          >
            <CareReminders reminders={care.reminders} onTalk={setTalkingTo} />
          </Panel>
          <Panel title={t('moods.care.people')}>
            <CarePeople scale={scale} people={care.people} isNamed={isNamed} onTalk={setTalkingTo} />
          </Panel>
        </div>
        <div className={styles.column}>
          <Panel title={t('moods.care.talks')}>
            {care.talks.length === 0 && <p className={`${styles.fields} muted`}>{t('moods.care.talksNone')}</p>}
            <TalkList talks={care.talks} withNames guide={care.guide} onRemove={setLeaving} />
          </Panel>
          <HelpPanel scale={scale} onFill={() => navigate('/moods', { tab: 'rules' })} />
        </div>
      </div>
      {talkingTo && (
        <TalkDrawer
          person={talkingTo}
          guide={care.guide}
          scale={scale}
          takesNotes={care.takesNotes}
          days={days}
          onClose={() => setTalkingTo(undefined)}
        />
      )}
      <ConfirmDanger
        isOpen={leaving !== undefined}
        title={t('moods.care.removeTitle')}
        text={t('moods.care.removeText')}
        confirmLabel={t('moods.care.remove')}
        isBusy={remove.isPending}
        onConfirm={confirm}
        onCancel={() => setLeaving(undefined)}
      />
    </>
  )
}
