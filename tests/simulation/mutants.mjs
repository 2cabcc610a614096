// Variants of the production code with one rule broken each: those by which field tools lose signatures. They exist in tests
// only. `find` stands exactly once in the file, or the bundle is not made.

const NO_EPOCH = '00000000-0000-4000-8000-000000000000'
const ALL_STORED = `{
  epoch: (await ports.queue.memory()).epoch ?? '${NO_EPOCH}',
  accepted: 0,
  verdicts: ENTRIES.map(({ id }, index) => ({ index, id, verdict: 'stored' as const })),
}`

const deletedBeforeSending = {
  file: 'src/outbox/send-waiting.ts',
  find: '    const tried = await attempt(ports, batch)\n',
  replace: `    await queue.settle(${ALL_STORED.replace('ENTRIES', 'entries')}, entries, null)
    const tried = await attempt(ports, batch)\n`,
}

const anyResponseIsSuccess = {
  file: 'src/outbox/send-waiting.ts',
  find: '  return orTrouble(\n    ports.prove(bytes, needsNone, (proof) =>',
  replace: `  const tried = await orTrouble(
    ports.prove(bytes, needsNone, (proof) =>
      timed(ports.alarm, bytes.length, (signal) =>
        ports.send(bytes, batchId, signal, { ...signatureHeaders(signed), ...proof }),
      ),
    ),
  )
  if (!('cure' in tried) || tried.why === 'network' || tried.why === 'timeout') return tried
  return { answer: ${ALL_STORED.replace('ENTRIES', 'entries')}, serverDate: null }
  return orTrouble(
    ports.prove(bytes, needsNone, (proof) =>`,
}

const answeredBeforeTheCommit = {
  file: 'sync-server/store/writer.ts',
  find: '      await trx.commit().execute()\n',
  // Batches alone, so that the server starts.
  replace: `      for (const [i, job] of group.entries()) {
        const { answer } = outcomes[i] as { answer?: { verdicts?: unknown } | null }
        if (answer?.verdicts) job.done(answer)
      }
      for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate)
      await trx.commit().execute()\n`,
}

const noDedupeAtIngest = [
  {
    file: 'sync-server/store/migrations/0001-first.ts',
    find: `    .addUniqueConstraint('envelope_id', ['campaign', 'id', 'quarantined', 'copy'])\n`,
    replace: '',
  },
  {
    file: 'sync-server/store/intake.ts',
    find: `      .onConflict((o) => o.columns(['campaign', 'id', 'quarantined', 'copy']).doNothing())\n`,
    replace: '',
  },
  {
    file: 'sync-server/store/sqlite-intake.ts',
    find: '\n  on conflict (campaign, id, quarantined, copy) do nothing',
    replace: '',
  },
]

const newIdOnRetry = {
  file: 'src/petition/sitting.ts',
  find: '    return { failed: failed[error.why], problem }\n',
  replace: `    Object.assign(sitting, { id: ports.newId(), sealed: null })
    return { failed: failed[error.why], problem }\n`,
}

const thanksBeforeTheCommit = {
  file: 'src/petition/sitting.ts',
  find: '    await ports.keep(envelope)\n',
  replace: '    void ports.keep(envelope).catch(() => {})\n',
}

const relaxedDurability = { file: 'src/outbox/durability.ts', find: `= 'strict'`, replace: `= 'relaxed'` }

const expiryByTheDevicesClock = [
  {
    file: 'src/outbox/send-waiting.ts',
    find: 'queue.settle(tried.answer, entries, tried.serverDate, batch.acceptedThere)',
    replace: 'queue.settle(tried.answer, entries, ports.now(), batch.acceptedThere)',
  },
  {
    file: 'src/outbox/send-waiting.ts',
    find: 'queue.settle(tried.answer, [], tried.serverDate, contact.acceptedThere)',
    replace: 'queue.settle(tried.answer, [], ports.now(), contact.acceptedThere)',
  },
]

const wholeBatchIsAcknowledged = {
  file: 'src/outbox/queue.ts',
  find: 'const verdict = entry.hash === hashes.get(entry.id) ? verdicts.get(entry.id) : undefined',
  replace: `const verdict = { index: 0, id: entry.id, verdict: verdicts ? ('stored' as const) : ('stored' as const) }`,
}

/** @type {[string, { file: string, find: string, replace: string }[]][]} */
export const MUTANTS = [
  ['delete before send', [deletedBeforeSending]],
  ['any HTTP response is success', [anyResponseIsSuccess]],
  ['delete before send, and any response is success', [deletedBeforeSending, anyResponseIsSuccess]],
  ['acknowledge before the commit', [answeredBeforeTheCommit]],
  ['no dedupe at ingest', noDedupeAtIngest],
  ['a new id on retry', [newIdOnRetry]],
  ['thanks before the commit', [thanksBeforeTheCommit]],
  ['relaxed durability', [relaxedDurability]],
  ['expiry by the device’s clock', expiryByTheDevicesClock],
  ['the whole batch is acknowledged', [wholeBatchIsAcknowledged]],
]
