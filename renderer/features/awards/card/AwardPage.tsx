import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { AwardAct, AwardCard } from '../../../../shared/contract/award-cards.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import { nomineeText, periodText, STATE_TONES } from '../award-words.ts'
import { NominationDrawer } from '../nominate/NominationDrawer.tsx'
import { type AwardActions, useAwardActions } from '../use-award-action.ts'
import { type AwardWords, useAwardWords } from '../use-award-words.ts'
import { ActionBar } from './ActionBar.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { GatesPanel } from './GatesPanel.tsx'
import { ObjectionsPanel } from './ObjectionsPanel.tsx'
import { ReviewSheet } from './ReviewSheet.tsx'
import { RewardsPanel } from './RewardsPanel.tsx'
import { ScoresPanel } from './ScoresPanel.tsx'
import { StepLine } from './StepLine.tsx'
import { TrailPanel } from './TrailPanel.tsx'

/** What every part of the page needs. */
export interface AwardPartProps {
  card: AwardCard
  words: AwardWords
  actions: AwardActions
  may: (act: AwardAct) => boolean
}

/** One award: where it stands, what speaks for it and against it, how the sum came about, what happened. */
export function AwardPage({ uid }: { uid: string }) {
  const t = useTranslate()
  const words = useAwardWords()
  const actions = useAwardActions()
  const { outlet } = useSignedIn()
  const [isEditing, setEditing] = useState(false)
  const read = useQuery(useApi().awards.card.queryOptions({ input: { uid } }))
  const back = () => navigate('/awards')
  useCommands([{ id: 'award-back', key: 'common.back', shortcut: 'Escape', isKeyOnly: true, run: back }])
  useKeyHints([{ keys: ['Escape'], text: t('common.back') }])
  const card = read.data
  if (!card) {
    return (
      <Page>
        <PageHeader title={t('awards.title')} actions={<Button onClick={back}>{t('common.back')}</Button>} />
        {read.isError ? <Failure error={read.error} onRetry={() => void read.refetch()} /> : <LoadingRows rows={8} />}
      </Page>
    )
  }
  const { award } = card
  const may = (act: AwardAct) => card.acts.includes(act)
  const part: AwardPartProps = { card, words, actions, may }
  return (
    <Page>
      <PageHeader
        title={`${words.kind(award.kind)} · ${nomineeText(award.nominee, outlet.name, t('awards.listJoin'))}`}
        lead={
          <span className={styles.state}>
            <StatusTag tone={STATE_TONES[award.state]}>{t(`awardViews.state.${award.state}`)}</StatusTag>
            <span className={styles.number}>{award.no}</span>
          </span>
        }
        actions={
          <>
            <Button onClick={() => navigate('/awards', { award: award.uid, view: 'papers' })}>
              {t('awardPapers.screen.title')}
            </Button>
            <Button onClick={back}>{t('common.back')}</Button>
          </>
        }
      />
      <StepLine card={card} days={words.kindOf(award.kind)?.publicityDays ?? 0} />
      <div className={styles.summary}>
        <p>{award.reason}</p>
        <p className="muted">
          {t('awardViews.card.facts', { period: periodText(award), nominator: award.nominator.name })}
          {card.decision &&
            ` · ${t('awardViews.card.decision', { reference: card.decision.reference, on: card.decision.on })}`}
        </p>
        <ActionBar {...part} onEdit={() => setEditing(true)} />
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          {card.mine && award.state === 'reviewing' && <ReviewSheet key={award.uid} {...part} />}
          <EvidencePanel {...part} />
          {card.sum && <ScoresPanel {...part} />}
        </div>
        <div className={styles.column}>
          {card.gates.length > 0 && <GatesPanel {...part} />}
          {(card.objectionCount > 0 || may('object')) && <ObjectionsPanel {...part} />}
          {(card.rewards.length > 0 || may('note-reward')) && <RewardsPanel {...part} />}
          {card.events.length > 0 && (
            <Panel title={t('awardViews.card.trail')} isPadded>
              <TrailPanel card={card} />
            </Panel>
          )}
        </div>
      </div>
      {isEditing && <NominationDrawer award={award} onClose={() => setEditing(false)} />}
    </Page>
  )
}
