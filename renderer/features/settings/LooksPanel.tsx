import { Segmented } from 'antd'
import { useStore } from 'zustand'
import type { Language } from '../../../shared/messages/language.ts'
import { type Appearance, type Density, preferences } from '../../app/preferences-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Settings.module.css'

/** What this machine remembers about looks. Takes effect at once; there is nothing to save. */
export function LooksPanel() {
  const t = useTranslate()
  const { language, appearance, density } = useStore(preferences)
  return (
    <div className={styles.narrow}>
      <Panel title={t('settings.looks.title')} isPadded>
        <dl className={styles.choices}>
          <dt>{t('settings.looks.language')}</dt>
          <dd>
            <Segmented<Language>
              value={language}
              options={[
                { value: 'zh-CN', label: t('settings.looks.chinese') },
                { value: 'en', label: t('settings.looks.english') },
              ]}
              onChange={(value) => preferences.setState({ language: value })}
            />
          </dd>
          <dt>{t('settings.looks.appearance')}</dt>
          <dd>
            <Segmented<Appearance>
              value={appearance}
              options={(['light', 'dark', 'system'] as const).map((value) => ({
                value,
                label: t(`settings.looks.${value}`),
              }))}
              onChange={(value) => preferences.setState({ appearance: value })}
            />
          </dd>
          <dt>{t('settings.looks.density')}</dt>
          <dd>
            <Segmented<Density>
              value={density}
              options={[
                { value: 'small', label: t('common.densityCompact') },
                { value: 'medium', label: t('common.densityMiddle') },
                { value: 'large', label: t('common.densityLarge') },
              ]}
              onChange={(value) => preferences.setState({ density: value })}
            />
          </dd>
        </dl>
        <p className={styles.note}>{t('settings.looks.note')}</p>
      </Panel>
    </div>
  )
}
