import type { ChecklistItem, Zone } from '../../../../shared/contract/checklists.ts'
import type { Answer, PatrolSheet } from '../../../../shared/contract/patrols.ts'
import type { Translate } from '../../../../shared/messages/message-key.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { PaperHead } from './PaperHead.tsx'
import styles from './RoundPaper.module.css'

interface RoundPaperProps {
  sheet: PatrolSheet
  zones: readonly Zone[]
  items: readonly ChecklistItem[]
  /** Filled in; otherwise an empty form for the walk. */
  isRecord: boolean
  /** The round was not started: its items may still change. */
  isEstimate: boolean
}

/** One round on A4, zone by zone. The head is repeated on every sheet. */
export function RoundPaper({ sheet, zones, items, isRecord, isEstimate }: RoundPaperProps) {
  const t = useTranslate()
  const answers = new Map(sheet.answers.map((answer) => [answer.item, answer]))
  const columns = isRecord ? RECORD_COLUMNS : BLANK_COLUMNS
  return (
    <table className={styles.paper}>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <PaperHead
          sheet={sheet}
          count={items.length}
          isRecord={isRecord}
          isEstimate={isEstimate}
          span={columns.length}
        />
        <tr>
          {columns.map(({ key }) => (
            <th key={key} scope="col">
              {t(`patrols.print.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      {zones.map((zone) => {
        const ofZone = items.filter((item) => item.zone === zone.id)
        return ofZone.length > 0 ? (
          <ZoneRows
            key={zone.id}
            zone={zone}
            items={ofZone}
            answers={answers}
            isRecord={isRecord}
            span={columns.length}
          />
        ) : null
      })}
      <tfoot>
        <tr className={styles.legend}>
          <td colSpan={columns.length}>{t('patrols.print.legend')}</td>
        </tr>
      </tfoot>
    </table>
  )
}

const BLANK_COLUMNS = [
  { key: 'no', width: '5%' },
  { key: 'item', width: '30%' },
  { key: 'how', width: '35%' },
  { key: 'answer', width: '8%' },
  { key: 'note', width: '22%' },
] as const

const RECORD_COLUMNS = [
  { key: 'no', width: '5%' },
  { key: 'item', width: '35%' },
  { key: 'answer', width: '14%' },
  { key: 'note', width: '26%' },
  { key: 'by', width: '11%' },
  { key: 'seen', width: '9%' },
] as const

interface ZoneRowsProps {
  zone: Zone
  items: readonly ChecklistItem[]
  answers: ReadonlyMap<string, Answer>
  isRecord: boolean
  span: number
}

function ZoneRows({ zone, items, answers, isRecord, span }: ZoneRowsProps) {
  const language = useLanguage()
  return (
    <tbody>
      <tr className={styles.zone}>
        <th colSpan={span} scope="rowgroup">
          {textIn(zone, language)} <span>{textIn({ zh: zone.walk_zh, en: zone.walk_en }, language)}</span>
        </th>
      </tr>
      {items.map((item, index) => (
        <tr key={item.id}>
          <td>{index + 1}</td>
          <td>{textIn(item, language)}</td>
          {isRecord ? <RecordCells item={item} answer={answers.get(item.id)} /> : <BlankCells item={item} />}
        </tr>
      ))}
    </tbody>
  )
}

function BlankCells({ item }: { item: ChecklistItem }) {
  const language = useLanguage()
  const { reading } = item
  return (
    <>
      <td className={styles.small}>{textIn({ zh: item.how_to_check_zh, en: item.how_to_check_en }, language)}</td>
      <td />
      <td className={styles.small}>
        {reading &&
          `${textIn({ zh: reading.label_zh, en: reading.label_en }, language)} ____ ${textIn({ zh: reading.unit_zh, en: reading.unit_en }, language)}`}
      </td>
    </>
  )
}

function correctionText({ correction }: Answer, t: Translate): string {
  if (!correction) return ''
  const { before, reason } = correction
  return t('patrols.print.corrected', {
    before: before ? t(`patrols.answersFull.${before}`) : t('patrols.item.correctedNone'),
    reason,
  })
}

function RecordCells({ item, answer }: { item: ChecklistItem; answer: Answer | undefined }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  if (!answer) {
    return (
      <>
        <td>{t('patrols.print.unanswered')}</td>
        <td />
        <td />
        <td />
      </>
    )
  }
  const unit = item.reading ? textIn({ zh: item.reading.unit_zh, en: item.reading.unit_en }, language) : ''
  const reading = answer.reading === null ? '' : `${answer.reading} ${unit}`
  return (
    <>
      <td>
        {t(`patrols.marks.${answer.value}`)} {t(`patrols.answers.${answer.value}`)}
        {answer.correction && t('patrols.print.correctedMark')}
      </td>
      <td>{[reading, answer.note, correctionText(answer, t)].filter(Boolean).join(t('patrols.comma'))}</td>
      <td>{answer.by.name}</td>
      <td>{formatTime(answer.seenAt, zone)}</td>
    </>
  )
}
