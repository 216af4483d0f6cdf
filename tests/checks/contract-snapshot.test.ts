import { expect, it } from 'vitest'
import { z } from 'zod'
import { allProcedures } from '../harness/procedures.ts'

/** Everything that crosses a process boundary, so that a change of it shows in review. */
it('keeps the shape of every call', async () => {
  const contract = Object.fromEntries(
    allProcedures().map(({ path, meta, input, output }) => [
      path,
      { ...meta, input: schemaOf(input, 'input'), output: schemaOf(output, 'output') },
    ]),
  )
  expect(Object.keys(contract).length).toBeGreaterThan(50)
  await expect(`${JSON.stringify(contract, null, 1)}\n`).toMatchFileSnapshot('__snapshots__/contract.schema')
})

/** A stream has no schema of zod's. */
function schemaOf(schema: z.ZodType | undefined, io: 'input' | 'output'): unknown {
  if (!(schema instanceof z.ZodType)) return 'stream'
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io })
  return rest
}
