/** A word in the forms that its language has, by CLDR's names; what none of them fits takes `other`. */
export type Forms = Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>> & { other: string }
