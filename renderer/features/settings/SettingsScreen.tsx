import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { navigate, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { LooksPanel } from './LooksPanel.tsx'
import { OutletPage } from './OutletPage.tsx'
import styles from './Settings.module.css'
import { VaultPanel } from './vault/VaultPanel.tsx'
import { YearPage } from './YearPage.tsx'

const ALL_TABS = ['outlet', 'calendar', 'looks', 'vault', 'about'] as const
type Tab = (typeof ALL_TABS)[number]
const TABS_OF_OUTLET: readonly Tab[] = ['outlet', 'calendar']

const AboutPage = lazy(async () => ({ default: (await import('./AboutPage.tsx')).AboutPage }))

export function SettingsScreen() {
  const t = useTranslate()
  const { params } = useLocation()
  const { person } = useSignedIn()
  const mayEdit = person.role === 'outlet-head'
  const tabs = ALL_TABS.filter((one) => one !== 'vault' || mayEdit)
  const tab = tabs.find((one) => one === params.tab) ?? 'outlet'
  const open = (next: Tab) => navigate('/settings', next === 'outlet' ? {} : { tab: next })

  useCommands(
    // The page about the program is a command everywhere.
    tabs
      .filter((one) => one !== 'about')
      .map((one) => ({
        id: `settings-${one}`,
        key: `settings.commands.${one}` as const,
        run: () => open(one),
      })),
  )

  return (
    <Page>
      <PageHeader
        title={t('settings.title')}
        lead={
          <>
            <Segmented<Tab>
              aria-label={t('settings.title')}
              value={tab}
              options={tabs.map((one) => ({ value: one, label: t(`settings.tabs.${one}`) }))}
              onChange={open}
            />
            {!mayEdit && TABS_OF_OUTLET.includes(tab) && (
              <span className={styles.readOnly}>{t('settings.onlyHead')}</span>
            )}
          </>
        }
      />
      {tab === 'outlet' && <OutletPage mayEdit={mayEdit} />}
      {tab === 'calendar' && <YearPage mayEdit={mayEdit} />}
      {tab === 'looks' && <LooksPanel />}
      {tab === 'vault' && <VaultPanel />}
      {tab === 'about' && (
        <Suspense fallback={<LoadingRows rows={6} />}>
          <AboutPage />
        </Suspense>
      )}
    </Page>
  )
}
