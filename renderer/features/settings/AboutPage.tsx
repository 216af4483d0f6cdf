import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { About } from '../../../shared/contract/settings.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './About.module.css'
import { engineVersion, fetchLicenses, type LicensedPackage, searchLicenses } from './licenses.ts'

/** Which programs run here, and the licences of everything of others inside. */
export function AboutPage() {
  const t = useTranslate()
  const about = useQuery(useApi().settings.about.queryOptions({ input: {} }))
  const licenses = useQuery({ queryKey: ['licenses'], queryFn: fetchLicenses, staleTime: Number.POSITIVE_INFINITY })
  const failed = [about, licenses].find(({ error }) => error)
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />
  if (!about.data || !licenses.data) return <LoadingRows rows={8} />
  const title = t('settings.about.printTitle', { version: about.data.version })
  return (
    <div className={styles.columns}>
      <VersionsPanel about={about.data} />
      <LicensesPanel packages={licenses.data} />
      {createPortal(<Paper title={title} packages={licenses.data} />, document.body)}
    </div>
  )
}

function VersionsPanel({ about }: { about: About }) {
  const t = useTranslate()
  const [isCopied, setCopied] = useState(false)
  const { version, schema, sqlite, runtime } = about
  const ofRuntime = (name: string) => runtime.find((one) => one.name === name)?.version ?? ''
  const facts = (
    [
      ['version', version],
      ['schema', String(schema)],
      ['sqlite', sqlite],
      ['node', ofRuntime('node')],
      ['electron', ofRuntime('electron')],
      ['browser', engineVersion(navigator.userAgent)],
    ] as const
  )
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name: t(`settings.about.${name}`), value }))
  const copy = () => {
    const text = facts.map(({ name, value }) => `${name} ${value}`).join('\n')
    void navigator.clipboard.writeText(text).then(() => setCopied(true))
  }
  const inside = runtime.filter(({ name }) => name !== 'node' && name !== 'electron')
  return (
    <Panel title={t('settings.about.versions')} isPadded>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={copy}>{t(isCopied ? 'settings.about.copied' : 'settings.about.copy')}</Button>
      <p className={styles.note}>{t('settings.about.note')}</p>
      <p className={styles.note}>
        {t('settings.about.inNode', { list: inside.map(({ name, version: one }) => `${name} ${one}`).join(', ') })}
      </p>
    </Panel>
  )
}

function LicensesPanel({ packages }: { packages: readonly LicensedPackage[] }) {
  const t = useTranslate()
  const [query, setQuery] = useState('')
  const [openId, setOpenId] = useState<string>()
  const found = searchLicenses(packages, query)
  return (
    <Panel
      title={t('settings.about.software')}
      aside={<span className="faint">{t('settings.about.count', { count: found.length })}</span>}
      extra={<Button onClick={() => window.print()}>{t('settings.about.print')}</Button>}
    >
      <div className={styles.search}>
        <Input
          allowClear
          aria-label={t('settings.about.search')}
          placeholder={t('settings.about.search')}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      {found.length === 0 && <EmptyState title={t('settings.about.none', { query })} />}
      <ul className={styles.list} aria-label={t('settings.about.software')}>
        {found.map(({ id, license, text }) => (
          <li key={id}>
            <button
              type="button"
              aria-expanded={openId === id}
              onClick={() => setOpenId(openId === id ? undefined : id)}
            >
              <span>{id}</span>
              <span className="faint">{license}</span>
            </button>
            {openId === id && <pre className={styles.text}>{text}</pre>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** All of it, whatever is searched for; only on paper. */
function Paper({ title, packages }: { title: string; packages: readonly LicensedPackage[] }) {
  return (
    <div className={styles.paper} aria-hidden>
      <h1>{title}</h1>
      {packages.map(({ id, license, text }) => (
        <section key={id}>
          <h2>
            {id} · {license}
          </h2>
          <pre>{text}</pre>
        </section>
      ))}
    </div>
  )
}
