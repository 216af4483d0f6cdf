import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MoodSeries, MoodState } from '../../../shared/contract/moods.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Moods.module.css'

/** What is done with an answer, said before the first one and agreed to apart from everything else. */
export function ConsentNotice({ series, state }: { series: MoodSeries; state: MoodState }) {
  const t = useTranslate()
  const agree = useMutation(useApi().moods.consent.mutationOptions())
  const { answers, sensitiveTags, careTalks, weeks } = state.rules.retention
  return (
    <Panel
      title={t('moods.notice.title', { version: state.notice })}
      aside={<StatusTag tone="blue">{t(`moods.mode.${series.mode}`)}</StatusTag>}
      isPadded
    >
      <div className={styles.notice}>
        <b>{t('moods.notice.lead')}</b>
        <p>{t('moods.notice.purpose')}</p>
        <p>{t(`moods.notice.${series.mode}`)}</p>
        <p>{t('moods.notice.team')}</p>
        <p>{t('moods.notice.kept', { answers, sensitive: sensitiveTags, talks: careTalks, weeks })}</p>
        <p>{t('moods.notice.withdraw')}</p>
        <p>{t('moods.notice.rights')}</p>
        <div className={styles.foot}>
          <Button type="primary" loading={agree.isPending} onClick={() => agree.mutate({ notice: state.notice })}>
            {t('moods.notice.agree')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
