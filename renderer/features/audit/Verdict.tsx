import { Button } from 'antd'
import type { audit } from '../../../shared/contract/audit.ts'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Audit.module.css'

type Examined = OutputOf<typeof audit.verify>

/** What verifying found; nothing before somebody asked. */
export function Verdict({
  verdict,
  error,
  at,
  onRetry,
}: {
  verdict: Examined | undefined
  error: unknown
  at: number
  onRetry: () => void
}) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  if (error) return <Failure error={error} onRetry={onRetry} />
  if (!verdict) return null
  const { integrity, chain, changedRounds, schema, counts } = verdict
  const isFileSound = integrity === 'ok'
  const isSound = isFileSound && chain.ok && changedRounds.length === 0
  const head = chain.head

  async function copyHead() {
    if (!head) return
    await navigator.clipboard.writeText(head)
    notify({ tone: 'done', text: t('common.copied') })
  }

  return (
    <Panel
      title={t('audit.verdict.title')}
      aside={
        <StatusTag tone={isSound ? 'pine' : 'red'}>{t(isSound ? 'audit.verdict.good' : 'audit.verdict.bad')}</StatusTag>
      }
      extra={t('audit.verdict.at', { at: formatInstant(at, zone) })}
      isPadded
    >
      <dl className={styles.verdict}>
        <div>
          <dt>{t('audit.verdict.file')}</dt>
          <dd data-wrong={isFileSound ? undefined : true}>{isFileSound ? t('audit.verdict.fileOk') : integrity}</dd>
        </div>
        <div>
          <dt>{t('audit.verdict.chain')}</dt>
          <dd data-wrong={chain.ok ? undefined : true}>
            {chain.ok
              ? t('audit.verdict.chainOk', { count: chain.entries })
              : t('audit.verdict.chainBroken', { count: chain.entries, broken: chain.brokenAt ?? 0 })}
          </dd>
        </div>
        <div>
          <dt>{t('audit.verdict.rounds')}</dt>
          <dd data-wrong={changedRounds.length > 0 || undefined}>
            {changedRounds.length === 0
              ? t('audit.verdict.roundsOk')
              : t('audit.verdict.roundsChanged', { count: changedRounds.length })}
            {changedRounds.map((uid) => (
              <code key={uid}>{uid}</code>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('audit.verdict.schema')}</dt>
          <dd>{schema}</dd>
        </div>
        <div className={styles.wide}>
          <dt>{t('audit.verdict.counts')}</dt>
          <dd className={styles.counts}>
            {Object.entries(counts).map(([table, count]) => (
              <span key={table}>
                <span className="faint">{t(`audit.count.${table}` as MessageKey)}</span> {count}
              </span>
            ))}
          </dd>
        </div>
        {head && (
          <div className={styles.wide}>
            <dt>{t('audit.verdict.head')}</dt>
            <dd>
              <code>{head}</code>{' '}
              <Button size="small" onClick={() => void copyHead()}>
                {t('audit.verdict.copyHead')}
              </Button>
              <div className="faint">{t('audit.verdict.headNote')}</div>
            </dd>
          </div>
        )}
      </dl>
      {!isSound && (
        <p className={styles.wrong} role="alert">
          {t('audit.verdict.what')}
        </p>
      )}
    </Panel>
  )
}
