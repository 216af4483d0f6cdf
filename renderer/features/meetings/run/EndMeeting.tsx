import { Button } from 'antd'
import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { LackList } from '../LackList.tsx'
import styles from './Run.module.css'

interface EndMeetingProps {
  meeting: Meeting
  isOpen: boolean
  isBusy: boolean
  onStep: (position: number) => void
  onEnd: () => void
  onClose: () => void
}

/** Asked before the people walk off: what the log must hold and does not, each with the way to its step. */
export function EndMeeting({ meeting, isOpen, isBusy, onStep, onEnd, onClose }: EndMeetingProps) {
  const t = useTranslate()
  return (
    <Dialog
      title={t('meetings.lacks.title')}
      open={isOpen}
      width={480}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onEnd} loading={isBusy}>
            {t('meetings.lacks.endAnyway')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('meetings.lacks.stay')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <LackList lacks={meeting.lacks} onStep={onStep} />
        <p className="muted">{t(meeting.mayBeSigned ? 'meetings.lacks.mayBeSigned' : 'meetings.lacks.mustBe')}</p>
      </div>
    </Dialog>
  )
}
