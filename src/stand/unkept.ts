// Signatures that could not be kept, and whose signers had left before the tablet could say so: for the team to know, in this page's
// memory only.
export const unkept = { count: 0 }
