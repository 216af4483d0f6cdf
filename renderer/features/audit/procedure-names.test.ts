import { describe, expect, it } from 'vitest'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { chainedProcedures } from './chained-procedures.ts'
import { procedureText } from './entry-words.ts'

const chained = chainedProcedures()

describe('names of audited commands', () => {
  it('finds the audited commands of the contract', () => {
    expect(chained).toContain('patrols.submit')
    expect(chained).not.toContain('patrols.answer')
  })

  it.each(['zh-CN', 'en'] as const)('says every one of them in %s', (language) => {
    const t = translatorFor(language)
    expect(chained.filter((procedure) => procedureText(procedure, t) === procedure)).toEqual([])
  })
})
