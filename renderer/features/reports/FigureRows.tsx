import { useQuery } from '@tanstack/react-query'
import { RoundId } from '../../../shared/contract/checklists.ts'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { AnswerValue, type patrols } from '../../../shared/contract/patrols.ts'
import type { FigureSource, ReportFigure } from '../../../shared/contract/reports.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { navigate } from '../../app/route-store.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import { ANSWER_TONES } from '../patrols/index.ts'

type Source<To extends FigureSource['to']> = Extract<FigureSource, { to: To }>
type AnswerRow = OutputOf<typeof patrols.answers>[number]
type PatrolRow = OutputOf<typeof patrols.list>[number]

const WIDTH = 920
/** The service lists no more. */
const MOST_ROWS = 2000

/** The records behind a figure, beside the report that shows it. */
export function FigureRows({ figure, onClose }: { figure: ReportFigure; onClose: () => void }) {
  const t = useTranslate()
  const { source, label } = figure
  if (source.to !== 'answers' && source.to !== 'patrols') return null
  const title = t(`reportScreen.rows.${source.to}`, { figure: label })
  return (
    <SideDrawer open size={WIDTH} title={title} onClose={onClose}>
      {source.to === 'answers' ? <Answers source={source} label={title} /> : <Patrols source={source} label={title} />}
    </SideDrawer>
  )
}

function Answers({ source, label }: { source: Source<'answers'>; label: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const round = RoundId.safeParse(source.round)
  const values = (source.values ?? []).filter((value): value is AnswerValue => AnswerValue.safeParse(value).success)
  const input = {
    from: source.from,
    to: source.till,
    ...(source.item && { item: source.item }),
    ...(source.zone && { zone: source.zone }),
    ...(round.success && { round: round.data }),
    ...(values.length > 0 && { values }),
  }
  const { data, error, isFetching, refetch } = useQuery(api.patrols.answers.queryOptions({ input }))
  const { data: checklist } = useQuery(api.checklists.current.queryOptions({ input: {} }))
  const zones = new Map((checklist?.zones ?? []).map((zone) => [zone.id, textIn(zone, language)]))
  return (
    <>
      {data && data.length >= MOST_ROWS && (
        <p className="muted">{t('reportScreen.rows.capped', { count: MOST_ROWS })}</p>
      )}
      <QueryTable<AnswerRow>
        id="report-answers"
        label={label}
        columns={answerColumns(t, (row) => textIn(row, language), zones)}
        rows={data}
        rowKey={({ patrolUid, item }) => `${patrolUid}/${item}`}
        error={error}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
        onOpen={({ patrolUid, item }) => navigate('/patrols', { round: patrolUid, item })}
        empty={<EmptyState title={t('reportScreen.rows.noAnswers')} />}
      />
    </>
  )
}

function answerColumns(
  t: Translate,
  wording: (row: AnswerRow) => string,
  zones: ReadonlyMap<string, string>,
): QueryColumn<AnswerRow>[] {
  return [
    { key: 'on', title: t('reportScreen.rows.day'), dataIndex: 'on' },
    { key: 'round', title: t('reportScreen.rows.round'), render: (_, { round }) => t(`patrols.rounds.${round}`) },
    { key: 'zone', title: t('reportScreen.rows.zone'), render: (_, { zone }) => zones.get(zone) ?? zone },
    { key: 'item', title: t('reportScreen.rows.item'), isFixedIn: true, render: (_, row) => wording(row) },
    {
      key: 'answer',
      title: t('reportScreen.rows.answer'),
      render: (_, { value }) => <StatusTag tone={ANSWER_TONES[value]}>{t(`patrols.answersFull.${value}`)}</StatusTag>,
    },
    { key: 'note', title: t('reportScreen.rows.note'), render: (_, { note }) => note },
    { key: 'by', title: t('reportScreen.rows.by'), render: (_, { by }) => by.name },
  ]
}

function Patrols({ source, label }: { source: Source<'patrols'>; label: string }) {
  const t = useTranslate()
  const input = { from: source.from, to: source.till }
  const { data, error, isFetching, refetch } = useQuery(useApi().patrols.list.queryOptions({ input }))
  const rows = data?.filter(({ round }) => !source.round || round === source.round)
  return (
    <QueryTable<PatrolRow>
      id="report-patrols"
      label={label}
      columns={patrolColumns(t)}
      rows={rows}
      rowKey={({ uid }) => uid}
      error={error}
      isFetching={isFetching}
      onRefresh={() => void refetch()}
      onOpen={({ uid }) => navigate('/patrols', { round: uid })}
      empty={<EmptyState title={t('reportScreen.rows.noPatrols')} />}
    />
  )
}

function patrolColumns(t: Translate): QueryColumn<PatrolRow>[] {
  const rate = (value: number | null) => (value === null ? '' : formatRate(value))
  return [
    { key: 'on', title: t('reportScreen.rows.day'), dataIndex: 'on' },
    {
      key: 'round',
      title: t('reportScreen.rows.round'),
      isFixedIn: true,
      render: (_, { round }) => t(`patrols.rounds.${round}`),
    },
    {
      key: 'state',
      title: t('reportScreen.rows.state'),
      render: (_, { state, isLateEntry }) => (
        <>
          <StatusTag tone={state === 'missed' ? 'red' : 'neutral'}>{t(`patrols.states.${state}`)}</StatusTag>{' '}
          {isLateEntry && <StatusTag tone="amber">{t('reportScreen.rows.late')}</StatusTag>}
        </>
      ),
    },
    {
      key: 'completion',
      title: t('reportScreen.rows.completion'),
      render: (_, { figures }) => rate(figures.completion),
    },
    { key: 'fails', title: t('reportScreen.rows.fails'), render: (_, { figures }) => figures.fail },
    {
      key: 'by',
      title: t('reportScreen.rows.by'),
      render: (_, { submittedBy, openedBy }) => (submittedBy ?? openedBy)?.name,
    },
  ]
}
