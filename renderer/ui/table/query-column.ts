import type { ColumnType } from 'antd/es/table'

export interface QueryColumn<Row> extends Omit<ColumnType<Row>, 'key' | 'title'> {
  /** Remembered by this name; never reuse it for another meaning. */
  key: string
  title: string
  /** Cannot be hidden: what the row is. */
  isFixedIn?: boolean
  /** Hidden until somebody asks for it. */
  isHiddenAtFirst?: boolean
}

export function hiddenAtFirst<Row>(columns: readonly QueryColumn<Row>[]): string[] {
  return columns.filter(({ isHiddenAtFirst }) => isHiddenAtFirst).map(({ key }) => key)
}

/** `hidden` undefined: nothing was ever chosen on this machine. */
export function shownColumns<Row>(
  columns: readonly QueryColumn<Row>[],
  hidden: readonly string[] | undefined,
): ColumnType<Row>[] {
  const away = hidden ?? hiddenAtFirst(columns)
  return columns
    .filter(({ key, isFixedIn }) => isFixedIn || !away.includes(key))
    .map(({ isFixedIn: _fixed, isHiddenAtFirst: _hidden, ...column }) => column)
}
