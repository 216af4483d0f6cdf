import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { navigate, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { OwnPage } from './OwnPage.tsx'
import { TeamPage } from './TeamPage.tsx'

const ALL_TABS = ['mine', 'team', 'care', 'rules'] as const
type Tab = (typeof ALL_TABS)[number]
const OF_HEAD: readonly Tab[] = ['care', 'rules']

const CarePage = lazy(async () => ({ default: (await import('./CarePage.tsx')).CarePage }))
const RulesPage = lazy(async () => ({ default: (await import('./RulesPage.tsx')).RulesPage }))

export function MoodsScreen() {
  const t = useTranslate()
  const api = useApi()
  const { params } = useLocation()
  const { person } = useSignedIn()
  const isHead = person.role === 'outlet-head'
  const scale = useQuery({ ...api.moods.scale.queryOptions({ input: {} }), staleTime: Number.POSITIVE_INFINITY })
  const state = useQuery(api.moods.state.queryOptions({ input: {} }))
  const tabs = ALL_TABS.filter((one) => isHead || !OF_HEAD.includes(one))
  const tab = tabs.find((one) => one === params.tab) ?? 'mine'
  const open = (next: Tab) => navigate('/moods', next === 'mine' ? {} : { tab: next })
  const failed = scale.isError ? scale : state.isError ? state : undefined

  return (
    <Page>
      <PageHeader
        title={t('moods.title')}
        lead={
          <Segmented<Tab>
            aria-label={t('moods.title')}
            value={tab}
            options={tabs.map((one) => ({ value: one, label: t(`moods.tabs.${one}`) }))}
            onChange={open}
          />
        }
      />
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !(scale.data && state.data) && <LoadingRows rows={6} />}
      {scale.data && state.data && (
        <Suspense fallback={<LoadingRows rows={6} />}>
          {tab === 'mine' && (
            <OwnPage scale={scale.data} state={state.data} onRules={isHead ? () => open('rules') : undefined} />
          )}
          {tab === 'team' && <TeamPage mayWrite={isHead} />}
          {tab === 'care' && <CarePage scale={scale.data} state={state.data} />}
          {tab === 'rules' && <RulesPage state={state.data} />}
        </Suspense>
      )}
    </Page>
  )
}
