/** The Chinese shape as a demand on the other language; `_one` beside a counted sentence is the only freedom. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & {
  [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string
}

/** `people.add.title`: every path that ends in a sentence. */
export type PathOf<T> = T extends string
  ? never
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}` }[keyof T & string]
