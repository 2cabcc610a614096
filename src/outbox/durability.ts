// Promise 1 rests on this word: `relaxed` answers a commit before the bytes are on disk (Chrome's default since version 121).
// Apart from Dexie, so that the simulation's disk keeps to the same word.
export const DURABILITY: 'strict' | 'relaxed' = 'strict'
