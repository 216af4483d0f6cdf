import type { DeviceMonth } from '../../../shared/contract/devices.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Figure, FigureRow } from '../../ui/Figure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Devices.module.css'
import { durationText, hoursText, uptimeTone, worstOf } from './device-words.ts'

/** The outlet's month against its target. */
export function DeviceFigures({ month }: { month: DeviceMonth }) {
  const t = useTranslate()
  const { total, target, floor } = month
  const tone = uptimeTone(total.uptime, month)
  const verdicts = { pine: 'reached', amber: 'near', red: 'missed', blue: 'nothingDue', neutral: 'nothingDue' } as const
  const [worst] = worstOf(month.devices)
  return (
    <Panel>
      <FigureRow>
        <Figure
          label={t('devices.figures.total')}
          value={formatRate(total.uptime)}
          target={t(`devices.figures.${verdicts[tone]}`, { target: wholeRate(target), floor: wholeRate(floor) })}
          tone={tone}
        />
        <Figure
          label={t('devices.figures.down')}
          value={t('devices.figures.downHours', { hours: hoursText(total.downMinutes) })}
        />
        <Figure label={t('devices.figures.failures')} value={total.failures} />
        <Figure label={t('devices.figures.repair')} value={durationText(total.repairMinutes, t) || '—'} />
        <Figure label={t('devices.figures.between')} value={durationText(total.betweenMinutes, t) || '—'} />
        <Figure
          label={t('devices.figures.worst')}
          value={worst?.device.number ?? '—'}
          target={
            worst ? (
              <>
                {worst.device.name} <span className={styles.whole}>· {durationText(worst.uptime.downMinutes, t)}</span>
              </>
            ) : (
              t('devices.figures.noneDown')
            )
          }
        />
      </FigureRow>
    </Panel>
  )
}

/** `98%`: a target is a round number. */
function wholeRate(rate: number): string {
  return formatRate(rate).replace('.0%', '%')
}
