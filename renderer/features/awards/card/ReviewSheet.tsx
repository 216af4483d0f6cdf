import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { AwardScore } from '../../../../shared/contract/award-cards.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { ConfirmDanger } from '../../../ui/ConfirmDanger.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import type { AwardPartProps } from './AwardPage.tsx'

interface Line {
  points: number | null
  isUnseen: boolean
  note: string
}

/** One reviewer's own sheet: kinship first, then every criterion with its evidence, or openly none. */
export function ReviewSheet({ card, words, actions, may }: AwardPartProps) {
  const t = useTranslate()
  const { award, mine, evidence } = card
  const criteria = words.kindOf(award.kind)?.criteria ?? []
  const [lines, setLines] = useState<Record<string, Line>>(() =>
    Object.fromEntries(
      (mine?.scores ?? []).map(({ criterion, points, note }) => [
        criterion,
        { points, isUnseen: points === null, note: note ?? '' },
      ]),
    ),
  )
  const lineOf = (id: string): Line => lines[id] ?? { points: null, isUnseen: false, note: '' }
  const change = (id: string, part: Partial<Line>) => setLines({ ...lines, [id]: { ...lineOf(id), ...part } })
  const isComplete = criteria.every(({ id }) => lineOf(id).isUnseen || lineOf(id).points !== null)
  const scores = criteria.map(({ id }): AwardScore => {
    const { points, isUnseen, note } = lineOf(id)
    return { criterion: id, points: isUnseen ? null : points, note: note.trim() || null }
  })

  if (mine?.isRelative) return <p className="muted">{t('errors.excludedAsRelative')}</p>
  return (
    <Panel
      title={t('awardViews.sheet.title')}
      aside={mine?.hasHandedIn && <StatusTag tone="pine">{t('awardViews.sheet.handedIn')}</StatusTag>}
      isPadded
    >
      {may('declare') && <Declare award={award.uid} actions={actions} />}
      {may('score') && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (isComplete) actions.score.mutate({ uid: award.uid, scores })
          }}
        >
          {actions.score.isError && <Failure error={actions.score.error} />}
          {criteria.map((criterion) => {
            const line = lineOf(criterion.id)
            const name = words.text(criterion)
            const count = evidence.filter((one) => one.criterion === criterion.id).length
            return (
              <fieldset key={criterion.id} className={styles.sheet}>
                <legend>
                  {name} <span className="faint">{`${criterion.weight}%`}</span>
                </legend>
                {count === 0 ? (
                  <StatusTag tone="amber">{t('awardViews.scores.unlinked')}</StatusTag>
                ) : (
                  <span className="faint">{t('awardViews.sheet.evidence', { count })}</span>
                )}
                <InputNumber
                  aria-label={t('awardViews.sheet.points', { name })}
                  placeholder={line.isUnseen ? '' : '0–100'}
                  min={0}
                  max={100}
                  precision={0}
                  disabled={line.isUnseen}
                  value={line.isUnseen ? null : line.points}
                  onChange={(points) => change(criterion.id, { points })}
                />
                <Checkbox
                  checked={line.isUnseen}
                  onChange={(event) => change(criterion.id, { isUnseen: event.target.checked })}
                >
                  {t('awardViews.scores.noEvidence')}
                </Checkbox>
                <Input
                  aria-label={t('awardViews.sheet.note', { name })}
                  placeholder={t('awardViews.sheet.noteHint')}
                  maxLength={300}
                  value={line.note}
                  onChange={(event) => change(criterion.id, { note: event.target.value })}
                />
              </fieldset>
            )
          })}
          <Button type="primary" htmlType="submit" disabled={!isComplete} loading={actions.score.isPending}>
            {t(mine?.hasHandedIn ? 'awardViews.sheet.again' : 'awardViews.sheet.handIn')}
          </Button>
        </form>
      )}
    </Panel>
  )
}

/** Being related is said once and cannot be taken back, so it is asked twice. */
function Declare({ award, actions }: { award: string } & Pick<AwardPartProps, 'actions'>) {
  const t = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const declare = (isRelative: boolean) => actions.declare.mutate({ uid: award, isRelative })
  return (
    <>
      <p>{t('awardViews.sheet.kinship')}</p>
      <p className={styles.actions}>
        <Button type="primary" loading={actions.declare.isPending} onClick={() => declare(false)}>
          {t('awardViews.sheet.noRelative')}
        </Button>
        <Button onClick={() => setAsking(true)}>{t('awardViews.sheet.relative')}</Button>
      </p>
      <ConfirmDanger
        isOpen={isAsking}
        title={t('awardViews.sheet.relativeTitle')}
        text={t('awardViews.sheet.relativeText')}
        confirmLabel={t('awardViews.sheet.relative')}
        isBusy={actions.declare.isPending}
        onConfirm={() => declare(true)}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
