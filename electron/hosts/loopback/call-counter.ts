/** Counts calls that have begun and not yet been answered, so that a shutdown can wait for them. */
export interface CallCounter {
  interceptor: <T>(options: { next(): Promise<T> }) => Promise<T>
  /** Resolves once nothing is under way, or after the limit. */
  idle(limitMs: number): Promise<void>
}

export function createCallCounter(): CallCounter {
  let underWay = 0
  let whenIdle: (() => void)[] = []
  return {
    async interceptor({ next }) {
      underWay += 1
      try {
        return await next()
      } finally {
        underWay -= 1
        if (underWay === 0) {
          for (const done of whenIdle) done()
          whenIdle = []
        }
      }
    },
    idle(limitMs) {
      if (underWay === 0) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, limitMs)
        whenIdle.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    },
  }
}
