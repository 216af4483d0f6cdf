/** The newest day before today that had rounds; today itself where there is none. */
export function lastDayWithRounds(days: readonly { on: string; patrols: readonly unknown[] }[], today: string): string {
  return days.findLast(({ on, patrols }) => on < today && patrols.length > 0)?.on ?? today
}
