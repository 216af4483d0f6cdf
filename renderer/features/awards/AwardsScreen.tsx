import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { navigate, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AWARD_TABS } from './award-tabs.ts'

const AwardPage = lazy(async () => ({ default: (await import('./card/AwardPage.tsx')).AwardPage }))

const PapersPage = lazy(async () => ({ default: (await import('../award-papers/index.ts')).PapersPage }))

/** Recognition: each tab is a page loaded when it is opened; `?award=` opens one award, `view=papers` its papers. */
export function AwardsScreen() {
  const t = useTranslate()
  const { params } = useLocation()
  const { person } = useSignedIn()
  const tabs = AWARD_TABS.filter(({ roles }) => roles === undefined || roles.includes(person.role))
  const [first] = tabs
  const tab = tabs.find(({ id }) => id === params.tab) ?? first
  if (params.award) {
    return (
      <Suspense fallback={<LoadingRows rows={6} />}>
        {params.view === 'papers' ? (
          <PapersPage key={params.award} uid={params.award} />
        ) : (
          <AwardPage key={params.award} uid={params.award} />
        )}
      </Suspense>
    )
  }
  const open = (id: string) => navigate('/awards', id === first?.id ? {} : { tab: id })
  return (
    <Page>
      <PageHeader
        title={t('awards.title')}
        lead={
          <Segmented
            aria-label={t('awards.title')}
            value={tab?.id ?? ''}
            options={tabs.map(({ id, label }) => ({ value: id, label: t(label) }))}
            onChange={open}
          />
        }
      />
      <Suspense fallback={<LoadingRows rows={6} />}>{tab && <tab.Page />}</Suspense>
    </Page>
  )
}
