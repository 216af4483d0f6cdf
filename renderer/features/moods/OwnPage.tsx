import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MoodScale, MoodState } from '../../../shared/contract/moods.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CheckIn } from './CheckIn.tsx'
import { ConsentNotice } from './ConsentNotice.tsx'
import { GivenConsent } from './GivenConsent.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import styles from './Moods.module.css'
import { OwnCurve } from './OwnCurve.tsx'
import { TalkList } from './TalkList.tsx'
import { TipsPanel } from './TipsPanel.tsx'
import { WishPanel } from './WishPanel.tsx'

interface OwnPageProps {
  scale: MoodScale
  state: MoodState
  /** Where the head chooses; absent for everybody else. */
  onRules?: (() => void) | undefined
}

/** What concerns the person who sits here, and nobody else. */
export function OwnPage({ scale, state, onRules }: OwnPageProps) {
  const t = useTranslate()
  const api = useApi()
  const mine = useQuery(api.moods.mine.queryOptions({ input: {} }))
  const dismiss = useMutation(api.moods.dismissSilence.mutationOptions())
  const { series, consent, hasEarlierConsent, silentDays } = state
  const { today } = useSignedIn()
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {silentDays !== null && (
          <div className={`${styles.quiet} ${styles.foot}`} role="note">
            <span className={styles.wide}>{t('moods.silent', { days: silentDays })}</span>
            <Button size="small" loading={dismiss.isPending} onClick={() => dismiss.mutate({})}>
              {t('moods.silentOk')}
            </Button>
          </div>
        )}
        {!series && (
          <Panel>
            <EmptyState
              title={t('moods.notOpen')}
              text={t(onRules ? 'moods.notOpenHead' : 'moods.notOpenText')}
              action={
                onRules && (
                  <Button type="primary" onClick={onRules}>
                    {t('moods.choose')}
                  </Button>
                )
              }
            />
          </Panel>
        )}
        {series && !consent && <ConsentNotice series={series} state={state} />}
        {series && (!consent || state.open.length === 0) && <WishPanel hasWish={state.hasWish} />}
        {series && consent && (
          <CheckIn
            scale={scale}
            state={state}
            series={series}
            said={mine.data?.answers.filter(({ on }) => on === today) ?? []}
          />
        )}
        {mine.error && <Failure error={mine.error} onRetry={() => void mine.refetch()} />}
        {mine.data && <OwnCurve scale={scale} answers={mine.data.answers} isNamed={series?.mode !== 'counters'} />}
        {mine.data && mine.data.talks.length > 0 && (
          <Panel title={t('moods.myTalks.title')}>
            <TalkList talks={mine.data.talks} />
          </Panel>
        )}
        {series && (consent || hasEarlierConsent) && <GivenConsent series={series} consent={consent} />}
      </div>
      <div className={styles.column}>
        <TipsPanel scale={scale} favourites={mine.data?.favourites ?? []} />
        <HelpPanel scale={scale} onFill={onRules} />
      </div>
    </div>
  )
}
