import { Segmented } from 'antd'
import { navigate, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { LooksPanel } from './LooksPanel.tsx'
import { OutletPage } from './OutletPage.tsx'
import styles from './Settings.module.css'
import { YearPage } from './YearPage.tsx'

const TABS = ['outlet', 'calendar', 'looks'] as const
type Tab = (typeof TABS)[number]

export function SettingsScreen() {
  const t = useTranslate()
  const { params } = useLocation()
  const { person } = useSignedIn()
  const mayEdit = person.role === 'outlet-head'
  const tab = TABS.find((one) => one === params.tab) ?? 'outlet'
  const open = (next: Tab) => navigate('/settings', next === 'outlet' ? {} : { tab: next })

  useCommands(
    TABS.map((one) => ({
      id: `settings-${one}`,
      key: `settings.commands.${one}` as const,
      run: () => open(one),
    })),
  )

  return (
    <div className={styles.page}>
      <PageHeader
        title={t('settings.title')}
        lead={
          <>
            <Segmented<Tab>
              aria-label={t('settings.title')}
              value={tab}
              options={TABS.map((one) => ({ value: one, label: t(`settings.tabs.${one}`) }))}
              onChange={open}
            />
            {!mayEdit && tab !== 'looks' && <span className={styles.readOnly}>{t('settings.onlyHead')}</span>}
          </>
        }
      />
      {tab === 'outlet' && <OutletPage mayEdit={mayEdit} />}
      {tab === 'calendar' && <YearPage mayEdit={mayEdit} />}
      {tab === 'looks' && <LooksPanel />}
    </div>
  )
}
