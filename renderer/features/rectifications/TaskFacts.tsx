import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { FEN_PER_YUAN } from '../../../shared/domain/money.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { dueText } from '../../app/due-text.ts'
import { formatShortDay, formatYuan, shortInstant } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './TaskCard.module.css'
import { lastReturn, ownerName, redoNames, waitingText } from './task-labels.ts'
import { useZones } from './use-names.ts'

export function TaskFacts({ card, onShowItem }: { card: RectificationCard; onShowItem: (item: string) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const now = useNow()
  const { zone } = useSignedIn()
  const zones = useZones()
  const cause = useCauseName(card.task.cause)
  const { task } = card
  const { item, patrolUid } = task
  const due = dueText(task, now, zone, t)
  const at = (instant: number) => shortInstant(instant, now, zone)
  const returned = lastReturn(card.timeline)
  return (
    <dl className={styles.facts}>
      {returned && (
        <Fact label={t('rectifications.card.returned')} isWide>
          {returned.note}
          <span className="faint">
            {t('rectifications.card.returnedBy', { name: returned.by, time: at(returned.at) })}
          </span>
          {card.redo.length > 0 && (
            <StatusTag tone="amber">{t('rectifications.card.redo', { steps: redoNames(card.redo, t) })}</StatusTag>
          )}
        </Fact>
      )}
      {task.itemText && (
        <Fact label={t('rectifications.card.item')} isWide>
          {textIn(task.itemText, language)}
          {item && (
            <Button type="link" size="small" onClick={() => onShowItem(item)}>
              {t('rectifications.card.itemOthers')}
            </Button>
          )}
        </Fact>
      )}
      <Fact label={t('rectifications.card.owner')}>{ownerName(task.owner, t)}</Fact>
      <Fact label={t('rectifications.card.due')}>
        {due.relative && <span className={due.isLate ? styles.late : undefined}>{due.relative}</span>}
        <span className="faint">{due.absolute}</span>
      </Fact>
      {task.zone && <Fact label={t('rectifications.card.zone')}>{zones.nameOf(task.zone)}</Fact>}
      <Fact label={t('rectifications.card.source')}>
        {t(`rectifications.sources.${task.source}`)}
        {patrolUid && (
          <Button
            type="link"
            size="small"
            onClick={() => navigate('/patrols', { round: patrolUid, ...(item && { item }) })}
          >
            {t('rectifications.card.round')}
          </Button>
        )}
      </Fact>
      <Fact label={t('rectifications.card.found')}>
        {t('rectifications.card.foundBy', { name: task.foundBy, time: at(task.foundAt) })}
      </Fact>
      {card.cameBackAt !== null && <Fact label={t('rectifications.card.cameBack')}>{at(card.cameBackAt)}</Fact>}
      {task.verifiedAt !== null && task.verifier && (
        <Fact label={t('rectifications.card.verifier')}>
          {t('rectifications.card.verifiedBy', { name: task.verifier, time: at(task.verifiedAt) })}
        </Fact>
      )}
      {task.coOwner && <Fact label={t('rectifications.card.coOwner')}>{task.coOwner.name}</Fact>}
      {card.extension.asked && (
        <Fact label={t('rectifications.card.extensionAsked')} isWide>
          {t('rectifications.card.extensionUntil', {
            time: at(card.extension.asked.until),
            reason: card.extension.asked.reason,
          })}
        </Fact>
      )}
      {card.extension.granted > 0 && (
        <Fact label={t('rectifications.card.extension')} isWide>
          {t('rectifications.card.extensionGranted', {
            count: card.extension.granted,
            reason: card.extension.reason ?? '',
          })}
        </Fact>
      )}
      {cause && <Fact label={t('rectifications.card.cause')}>{cause}</Fact>}
      {card.known && (
        <Fact label={t('rectifications.card.known')} isWide>
          {t(card.known.hasEnded ? 'rectifications.card.knownEnded' : 'rectifications.card.knownUntil', {
            day: formatShortDay(card.known.until, language),
            reason: card.known.reason,
          })}
        </Fact>
      )}
      {task.waiting && (
        <Fact label={t('rectifications.card.waiting')} isWide>
          {waitingText(task.waiting, language, t)}
        </Fact>
      )}
      {task.waitedDays > 0 && (
        <Fact label={t('rectifications.card.waited')}>
          {t('rectifications.card.waitedDays', { count: task.waitedDays })}
        </Fact>
      )}
      {card.temporaryMeasure && (
        <Fact label={t('rectifications.card.temporary')} isWide>
          {card.temporaryMeasure}
        </Fact>
      )}
      {card.restored && card.restored !== task.measure && (
        <Fact label={t('rectifications.card.restored')} isWide>
          {card.restored}
        </Fact>
      )}
      {task.measure && (
        <Fact label={t('rectifications.card.measure')} isWide>
          {task.measure}
        </Fact>
      )}
      {card.prevention && (
        <Fact label={t('rectifications.card.prevention')} isWide>
          {card.prevention}
        </Fact>
      )}
      {card.costFen !== null && (
        <Fact label={t('rectifications.card.cost')}>{formatYuan(card.costFen / FEN_PER_YUAN, language)}</Fact>
      )}
      {card.missingLayers.length > 0 && (
        <div className={styles.wide}>
          <StatusTag tone="amber">
            {t('rectifications.card.missingLayers', { layers: redoNames(card.missingLayers, t) })}
          </StatusTag>
        </div>
      )}
      {task.isTwoPersonSample && (
        <div className={styles.wide}>
          <StatusTag tone="amber">{t('rectifications.card.twoPerson')}</StatusTag>
        </div>
      )}
    </dl>
  )
}

function Fact({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? styles.wide : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function useCauseName(id: string | null): string | undefined {
  const language = useLanguage()
  const { data } = useQuery({
    ...useApi().rectifications.causes.queryOptions({ input: {} }),
    enabled: id !== null,
  })
  if (id === null) return undefined
  const group = data?.find((one) => one.id === id.split('.')[0])
  const sub = group?.sub.find((one) => one.id === id)
  return [group, sub].flatMap((one) => (one ? [textIn(one, language)] : [])).join(' · ') || id
}
