// The floors of the house (README): imports point down, and nobody enters a room by the window.
const floor = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    floor('no-cycles', {}, { circular: true }, 'Two files that need each other are one idea or three.'),
    floor(
      'protocol-stands-alone',
      { path: '^protocol/' },
      { path: '^(src|sw|sync-server|tests|scripts)/' },
      'The ground floor knows no other.',
    ),
    floor(
      'ui-i18n-api-know-no-feature',
      { path: '^src/(ui|i18n|api\\.ts)' },
      { path: '^src/(outbox|petition|stand|console|main|app)|^(sw|sync-server)/' },
      'Widgets, words and the fetch know no feature.',
    ),
    floor(
      'outbox-below-features',
      { path: '^src/outbox/' },
      { path: '^src/(petition|stand|console|main|app)|^(sw|sync-server)/' },
      'The outbox keeps and sends whatever it is given.',
    ),
    floor(
      'pages-render-anywhere',
      { path: '^src/petition/pages/' },
      {
        path: '^src/(outbox|stand|console|main|app)|^src/petition/(?!pages/)|^(sw|sync-server)/|node_modules/(dexie|hpke)',
      },
      'What the server renders knows neither storage nor sealing.',
    ),
    floor(
      'petition-below-workplaces',
      { path: '^src/petition/' },
      { path: '^src/(stand|console|main|app)|^(sw|sync-server)/' },
      'What anyone signs knows neither stand nor console.',
    ),
    floor(
      'workplaces-apart',
      { path: '^src/stand/' },
      { path: '^src/(console|main|app)' },
      'Stand and console are apart.',
    ),
    floor(
      'console-apart',
      { path: '^src/console/' },
      { path: '^src/(stand|main|app)' },
      'Stand and console are apart.',
    ),
    floor(
      'worker-needs-no-screen',
      { path: '^sw/' },
      { path: '^src/(?!api\\.ts|outbox/|i18n/languages\\.ts)|^src/outbox/.*\\.tsx$|^sync-server/' },
      'The worker reads the protocol, the fetch, what addresses are called and the DOM-free part of the outbox.',
    ),
    floor(
      'console-routes-stay-in-the-console',
      { path: '^(protocol/|sw/|src/(?!console/))', pathNot: '^protocol/sealed-dump\\.ts$' },
      {
        path: '^protocol/(?:(?:console|stand|overview|edit|ending|hand-off|picture|quarantine)-routes|content-rules|sealed-dump)\\.ts$',
      },
      'A phone that signs does not download what only coordinators call.',
    ),
    floor(
      'server-knows-only-pages',
      { path: '^sync-server/' },
      { path: '^(src/(?!petition/pages/)|sw/)' },
      'The server renders pages and knows nothing else of the app.',
    ),
    floor(
      'command-line-reads-what-needs-no-screen',
      { path: '^cli/' },
      {
        path: '^src/(?!console/|i18n/)|^src/console/.*\\.tsx$|^src/console/[^/]*worker|^sw/|^sync-server/(?!store/|config\\.ts|plain-error\\.ts|run\\.ts|project-root\\.ts)',
      },
      'The command line opens and writes as the console does, without a page.',
    ),
    floor(
      'nobody-needs-the-command-line',
      { path: '^(protocol|src|sw|sync-server)/' },
      { path: '^cli/' },
      'The command line is the end of a way, like a page.',
    ),
    floor(
      'nothing-imports-tests',
      { pathNot: '^tests/' },
      { path: '^tests/' },
      'Tests look at the house from outside.',
    ),
    floor(
      'one-door-to-hpke',
      { path: '^(protocol|src|sw|sync-server)/', pathNot: '^protocol/seal\\.ts$' },
      { path: 'node_modules/hpke/' },
      '',
    ),
    floor(
      'one-door-to-dexie',
      { path: '^(src|sw)/', pathNot: '^src/outbox/db\\.ts$' },
      { path: 'node_modules/dexie/' },
      '',
    ),
    floor(
      'one-door-to-workbox-window',
      { path: '^src/', pathNot: '^src/outbox/sw-bridge\\.ts$' },
      { path: 'node_modules/workbox-window/' },
      '',
    ),
    floor(
      'no-barrels',
      {},
      { path: '/index\\.tsx?$', pathNot: 'node_modules' },
      'A file that only passes on hides where things are.',
    ),
    floor('unresolvable', {}, { couldNotResolve: true }, ''),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
