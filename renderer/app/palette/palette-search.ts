/** One line of the palette. `readings` are added once the pinyin table has arrived. */
export interface PaletteEntry {
  id: string
  /** In the language on screen. */
  title: string
  /** Further words that find it: the other language's title, a staff number. */
  words?: readonly string[]
  /** Lower-case full pinyin and initials: `renyuan`, `ry`. */
  readings?: readonly string[]
  shortcut?: string
  /** `command` or what kind of record it is. */
  group: 'command' | 'person'
  run: () => void
}

const MOST_SHOWN = 40

/** How well an entry answers; 0 is not at all. Several words must all be found. */
function scoreOf(entry: PaletteEntry, words: readonly string[]): number {
  const scores = words.map((word) => scoreOfWord(entry, word))
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

function scoreOfWord({ title, words = [], readings = [] }: PaletteEntry, word: string): number {
  const texts = [title, ...words].map((text) => text.toLowerCase())
  if (texts.some((text) => text.startsWith(word))) return 100
  if (texts.some((text) => text.includes(` ${word}`))) return 80
  if (readings.some((reading) => reading.startsWith(word))) return 70
  if (texts.some((text) => text.includes(word))) return 60
  if (readings.some((reading) => reading.includes(word))) return 40
  return 0
}

/** Best first; among equals the recently used come first. Without a query: recent ones, then all commands. */
export function searchEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): PaletteEntry[] {
  const recency = (id: string) => {
    const place = recent.indexOf(id)
    return place === -1 ? recent.length : place
  }
  if (query.trim() === '') {
    return entries.filter(({ group }) => group === 'command').sort((a, b) => recency(a.id) - recency(b.id))
  }
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean)
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || recency(a.entry.id) - recency(b.entry.id))
    .slice(0, MOST_SHOWN)
    .map(({ entry }) => entry)
}
