/**
 * A coordinator's name as it is compared: tablets write a capital where a person typed none, and é has two Unicode forms. Whoever
 * counts by names counts by this, or each other spelling would be somebody else.
 */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()
