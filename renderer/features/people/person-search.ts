/** What a person is found by. `pinyin` is the full reading and the initials: `linyuan lya`. */
export interface Findable {
  name: string
  pinyin: string
  staffNo?: string | null
}

/** Beginnings first, then anything inside; an empty query keeps the order given. */
export function searchPeople<Person extends Findable>(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLowerCase().replace(/[\s'’]/g, '')
  if (wanted === '') return [...people]
  const textsOf = ({ name, pinyin, staffNo }: Person) => [name.toLowerCase(), ...pinyin.split(' '), staffNo ?? '']
  const starts = people.filter((person) => textsOf(person).some((text) => text.startsWith(wanted)))
  const holds = people.filter(
    (person) => !starts.includes(person) && textsOf(person).some((text) => text.includes(wanted)),
  )
  return [...starts, ...holds]
}
