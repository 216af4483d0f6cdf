import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { AwardObjection } from '../../../../shared/contract/award-cards.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Awards.module.css'
import type { AwardPartProps } from './AwardPage.tsx'

/** Objections with their answers, as far as the reader may read them. */
export function ObjectionsPanel(props: AwardPartProps) {
  const t = useTranslate()
  const { card, words, may } = props
  const [isObjecting, setObjecting] = useState(false)
  const [answering, setAnswering] = useState<AwardObjection>()
  const rule = words.rules.data?.objections
  const hidden = card.objectionCount - card.objections.length
  return (
    <Panel
      title={t('awardViews.card.objections')}
      isPadded
      extra={
        may('object') && (
          <Button size="small" onClick={() => setObjecting(true)}>
            {t('awardViews.objection.raise')}
          </Button>
        )
      }
    >
      {card.objections.map((one) => (
        <div key={one.uid} className={styles.objection}>
          <p>{one.words}</p>
          <p className="faint">
            {`${one.by ?? t('awardViews.objection.unnamed')} · ${one.receivedOn} · `}
            {one.answer === null && t('awardViews.objection.due', { on: one.dueOn })}
            {one.answer !== null && t('awardViews.objection.answered', { name: one.answeredBy ?? '' })}
          </p>
          {one.answer !== null && (
            <p>
              <StatusTag tone={one.isUpheld ? 'red' : 'pine'}>
                {t(one.isUpheld ? 'awardViews.objection.upheld' : 'awardViews.objection.rejected')}
              </StatusTag>{' '}
              {one.answer}
            </p>
          )}
          {one.answer === null && may('answer') && (
            <Button size="small" type="primary" onClick={() => setAnswering(one)}>
              {t('awardViews.objection.answer')}
            </Button>
          )}
        </div>
      ))}
      {hidden > 0 && <p className="faint">{t('awardViews.objection.hidden', { count: hidden })}</p>}
      {card.objectionCount === 0 && rule && <p className="faint">{words.text(rule)}</p>}
      {isObjecting && <ObjectDrawer {...props} onClose={() => setObjecting(false)} />}
      {answering && <AnswerDrawer {...props} objection={answering} onClose={() => setAnswering(undefined)} />}
    </Panel>
  )
}

/** Keeps no draft: what is typed without a name must not lie anywhere under one. */
function ObjectDrawer({ card, actions, onClose }: AwardPartProps & { onClose: () => void }) {
  const t = useTranslate()
  const [words, setWords] = useState('')
  const [isNamed, setNamed] = useState(true)
  const act = isNamed ? actions.object : actions.objectUnnamed
  return (
    <FormDrawer
      isOpen
      title={t('awardViews.objection.raise')}
      isDirty={words !== ''}
      isSaving={act.isPending}
      error={act.error ?? undefined}
      saveLabel={t('awardViews.objection.send')}
      onSave={() => act.mutate({ uid: card.award.uid, words }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={t('awardViews.objection.words')} error={describeFields(act.error, t).words}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            rows={5}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Checkbox checked={!isNamed} onChange={(event) => setNamed(!event.target.checked)}>
        {t('awardViews.objection.asUnnamed')}
      </Checkbox>
      <p className="faint">{t('awardViews.objection.unnamedHelp')}</p>
    </FormDrawer>
  )
}

function AnswerDrawer(props: AwardPartProps & { objection: AwardObjection; onClose: () => void }) {
  const t = useTranslate()
  const { card, actions, objection, onClose } = props
  const [answer, setAnswer] = useState('')
  const send = (isUpheld: boolean) =>
    actions.answer.mutate(
      { uid: card.award.uid, basedOn: card.award.revision, objection: objection.uid, answer, isUpheld },
      { onSuccess: onClose },
    )
  return (
    <FormDrawer
      isOpen
      title={t('awardViews.objection.answer')}
      isDirty={answer !== ''}
      isSaving={actions.answer.isPending}
      error={actions.answer.error ?? undefined}
      saveLabel={t('awardViews.objection.reject')}
      extra={
        <Button danger loading={actions.answer.isPending} onClick={() => send(true)}>
          {t('awardViews.objection.uphold')}
        </Button>
      }
      onSave={() => send(false)}
      onClose={onClose}
    >
      <blockquote className={styles.quote}>{objection.words}</blockquote>
      <Field
        label={t('awardViews.objection.answerWords')}
        help={t('awardViews.objection.answerHelp')}
        error={describeFields(actions.answer.error, t).answer}
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            rows={4}
            maxLength={1000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
