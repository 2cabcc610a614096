// Preloaded into the server (with --expose-gc): at SIGUSR2 it collects its garbage and tells the memory that is resident then.
process.on('SIGUSR2', () => {
  globalThis.gc()
  globalThis.gc()
  process.stdout.write(`resident ${process.memoryUsage.rss()}\n`)
})
