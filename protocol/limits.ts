// Lengths that a form can check before anything is sealed. Apart from the schemas, so that a page which is only read loads none.

/** Characters, as JavaScript counts them. */
export const MAX_NAME = 100
export const MAX_PLACE = 100
export const MAX_LETTER = 4000
export const MAX_MESSAGE = 2000

/** Petitions that one signature may name. */
export const MAX_PETITIONS = 20
