const WELL_KNOWN = new Set(['147258', '258369', '159357', '147852', '112233', '520520', '521521', '168168', '789456'])

/** PINs that somebody tries first: one digit, runs up or down, a pattern twice, birthdays, and the well-known ones. */
export function isGuessablePin(pin: string): boolean {
  return isRun(pin) || isRepeated(pin) || isDay(pin) || WELL_KNOWN.has(pin)
}

/** `111111`, `123456`, `876543`, `890123`. */
function isRun(pin: string): boolean {
  const digits = [...pin].map(Number)
  return [0, 1, 9].some((step) =>
    digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step) % 10),
  )
}

/** `123123`, `454545`. */
function isRepeated(pin: string): boolean {
  return [2, 3, 4].some(
    (length) =>
      length < pin.length && pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length),
  )
}

/** `900115`, `19900115`. */
function isDay(pin: string): boolean {
  const [, year, month, day] = /^(\d\d|(?:19|20)\d\d)(\d\d)(\d\d)$/.exec(pin) ?? []
  if (!year) return false
  const date = new Date(Date.UTC(Number(year.length === 2 ? `20${year}` : year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
