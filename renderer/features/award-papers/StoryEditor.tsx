import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { LONGEST_STORY } from '../../../shared/contract/award-papers.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './AwardPapers.module.css'
import { SentenceList } from './SentenceList.tsx'

const CHECK_AFTER_MS = 400
const ROWS = 17

/** The story under one's hands: its length, the figures that nothing holds, and where each sentence comes from. */
export function StoryEditor({ uid }: { uid: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const client = useClient()
  const { zone } = useSignedIn()
  const read = useQuery(api.awardPapers.story.queryOptions({ input: { uid, language } }))
  const story = read.data
  const stored = story?.text ?? story?.draft ?? ''
  const [typed, setTyped] = useState<string>()
  const text = typed ?? stored
  const settled = useSettled(text)
  const check = useQuery({
    ...api.awardPapers.checkStory.queryOptions({ input: { uid, text: settled } }),
    enabled: story !== undefined,
    placeholderData: keepPreviousData,
  })
  const unfinished = useDraft({
    id: `award-story/${uid}`,
    value: text,
    isDirty: typed !== undefined && typed !== stored,
    textOf: (value) => value,
    onRestore: setTyped,
  })
  const save = useMutation({
    ...api.awardPapers.saveStory.mutationOptions({ meta: { showsFailure: true } }),
    async onSuccess() {
      await read.refetch()
      setTyped(undefined)
      notify({ tone: 'done', text: t('awardPapers.screen.saved') })
    },
  })
  const file = useMutation({
    mutationFn: () => client.awardPapers.file({ uid, paper: 'story', language }),
    onSuccess({ file: made, fileName }) {
      if (made instanceof Blob) saveFile(made, fileName)
    },
  })
  if (!story) return read.error ? <Failure error={read.error} /> : <LoadingRows rows={8} />
  const unknown = check.data?.unknown ?? story.unknown
  const figures = [...new Set(unknown.map((one) => one.text))].join(t('awardPapers.screen.listJoin'))
  const by = story.editedBy && story.editedAt !== null
  return (
    <div className={styles.body}>
      <Panel title={t('awardPapers.screen.story')} isPadded>
        <div className={styles.form}>
          {save.error && <Failure error={save.error} />}
          <DraftLine offer={unfinished.offer} />
          <p className="muted">
            {by
              ? t('awardPapers.screen.savedBy', {
                  name: story.editedBy ?? '',
                  at: formatInstant(story.editedAt ?? 0, zone),
                })
              : t('awardPapers.screen.notSaved')}
          </p>
          <Field
            label={t('awardPapers.screen.text')}
            help={
              <span role="status" className={unknown.length > 0 ? styles.unknown : undefined}>
                {t('awardPapers.screen.count', { count: check.data?.count ?? story.count })}
                {' · '}
                {unknown.length > 0
                  ? t('awardPapers.screen.unknown', { figures })
                  : t('awardPapers.screen.unknownNone')}
              </span>
            }
          >
            {(ids) => (
              <Input.TextArea
                {...ids}
                rows={ROWS}
                maxLength={LONGEST_STORY}
                readOnly={!story.mayEdit}
                value={text}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <div className={styles.actions}>
            {story.mayEdit && (
              <Button
                type="primary"
                loading={save.isPending}
                disabled={text.trim() === ''}
                onClick={() => save.mutate({ uid, text: text.trim(), basedOn: story.editedAt })}
              >
                {t('awardPapers.screen.save')}
              </Button>
            )}
            {story.mayEdit && text !== story.draft && (
              <Button onClick={() => setTyped(story.draft)}>{t('awardPapers.screen.useDraft')}</Button>
            )}
            <Button loading={file.isPending} onClick={() => file.mutate()}>
              {t('awardPapers.screen.word')}
            </Button>
          </div>
        </div>
      </Panel>
      <SentenceList sentences={story.sentences} text={text} />
    </div>
  )
}

/** What stands once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
