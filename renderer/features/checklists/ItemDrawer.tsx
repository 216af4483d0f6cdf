import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Checklist, ChecklistItem } from '../../../shared/contract/checklists.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Checklists.module.css'
import { HelpFields, ReadingFields, TagFields } from './HelpFields.tsx'
import { AskFields, FailFields, WordingFields } from './ItemFields.tsx'
import { ItemHistory, WordingFacts } from './ItemHistory.tsx'
import { numberOf } from './item-columns.tsx'
import { draftFaults, draftOf, wordingFrom } from './item-draft.ts'
import { StoredPicture } from './PictureField.tsx'
import { useChecklistActions } from './use-checklist-actions.ts'
import type { ChecklistWords } from './use-words.ts'

const WIDTH = 620

interface ItemDrawerProps {
  /** Without an item: a new one in `zone`. */
  item: ChecklistItem | undefined
  zone: string
  checklist: Checklist
  words: ChecklistWords
  onClose: () => void
}

export function ItemDrawer({ item, zone, checklist, words, onClose }: ItemDrawerProps) {
  const { t } = words
  const nextOrder = Math.max(0, ...checklist.items.filter((one) => one.zone === zone).map(({ order }) => order)) + 1
  const [start] = useState(() => draftOf(item, zone, nextOrder))
  const [draft, setDraft] = useState(start)
  const [tab, setTab] = useState<'edit' | 'history'>('edit')
  const [wasSubmitted, setSubmitted] = useState(false)
  const actions = useChecklistActions()
  const isDirty = JSON.stringify(wordingFrom(draft)) !== JSON.stringify(wordingFrom(start))
  const unfinished = useDraft({
    id: `item/${item?.id ?? `new/${zone}`}`,
    value: draft,
    isDirty,
    textOf: ({ zh, en }) => words.pick(zh, en),
    onRestore: setDraft,
  })
  const close = () => {
    unfinished.forget()
    onClose()
  }
  const parameters = useQuery(useApi().settings.read.queryOptions({ input: {} })).data?.parameters ?? {}
  const faults = draftFaults(draft)
  const problems = { ...problemsOf(actions.error, t), ...(wasSubmitted ? sentencesOf(faults, t) : {}) }
  const fields = {
    draft,
    checklist,
    words,
    problems,
    onChange: (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change })),
  }

  function save() {
    setSubmitted(true)
    if (Object.keys(faults).length === 0) actions.save(item, wordingFrom(draft), close)
    else setTab('edit')
  }

  return (
    <FormDrawer
      isOpen
      width={WIDTH}
      title={
        item ? `${numberOf(item, checklist.zones)} ${words.pick(item.zh, item.en)}` : t('checklists.editor.addTitle')
      }
      isDirty={isDirty}
      isSaving={actions.isSaving}
      error={actions.error}
      onSave={save}
      onClose={close}
      extra={
        item && (
          <Button
            onClick={() => {
              actions.switchItems([item], !item.isOn)
              close()
            }}
          >
            {t(item.isOn ? 'checklists.editor.switchOff' : 'checklists.editor.switchOn')}
          </Button>
        )
      }
    >
      <DraftLine offer={unfinished.offer} />
      <ItemLine item={item} words={words} />
      {item && (
        <Segmented
          className={styles.tabs ?? ''}
          value={tab}
          options={[
            { value: 'edit' as const, label: t('checklists.editor.editTab') },
            { value: 'history' as const, label: t('checklists.editor.historyTab') },
          ]}
          onChange={setTab}
        />
      )}
      {tab === 'history' && item ? (
        <ItemHistory id={item.id} words={words} />
      ) : (
        <>
          <WordingFields {...fields} />
          <AskFields {...fields} />
          <FailFields {...fields} />
          <ReadingFields {...fields} parameters={Object.keys(parameters)} />
          <HelpFields {...fields} />
          <TagFields {...fields} />
        </>
      )}
    </FormDrawer>
  )
}

/** For those who only read: what the item says now and said before. */
export function ItemReader({
  item,
  checklist,
  words,
  onClose,
}: Omit<ItemDrawerProps, 'item' | 'zone'> & { item: ChecklistItem }) {
  const name = words.pick(item.zh, item.en)
  return (
    <SideDrawer open size={WIDTH} title={`${numberOf(item, checklist.zones)} ${name}`} onClose={onClose}>
      <div className={styles.wordings}>
        <ItemLine item={item} words={words} isReading />
        {item.reference_photo && (
          <StoredPicture hash={item.reference_photo} alt={words.t('checklists.editor.pictureAlt', { item: name })} />
        )}
        <WordingFacts wording={item} words={words} />
        <ItemHistory id={item.id} words={words} hidesSingle />
      </div>
    </SideDrawer>
  )
}

function ItemLine({
  item,
  words: { t },
  isReading = false,
}: {
  item: ChecklistItem | undefined
  words: ChecklistWords
  isReading?: boolean
}) {
  if (!item) return <div className={styles.facts}>{t('checklists.editor.addNote')}</div>
  return (
    <div className={styles.facts}>
      <span>
        {t('checklists.editor.id')} <code>{item.id}</code>
      </span>
      <span>{t('checklists.history.versionOf', { version: item.version })}</span>
      {item.isOwn && <StatusTag tone="blue">{t('checklists.table.own')}</StatusTag>}
      {!item.isOn && <StatusTag>{t('checklists.table.stateOff')}</StatusTag>}
      {!isReading && <span className="faint">{t('checklists.editor.keepsOld')}</span>}
    </div>
  )
}

function sentencesOf(faults: Record<string, 'required'>, t: ChecklistWords['t']): Record<string, string> {
  return Object.fromEntries(
    Object.keys(faults).map((field) => [
      field,
      t(field === 'rounds' ? 'checklists.editor.roundsRequired' : 'errors.required'),
    ]),
  )
}

/** The service names fields inside the wording, or after it where it checked names itself. */
function problemsOf(error: unknown, t: ChecklistWords['t']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(describeFields(error, t)).map(([field, text]) => [field.replace(/^wording\./, ''), text]),
  )
}
