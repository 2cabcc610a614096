import { existsSync } from 'node:fs'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** What every room of a phone needs: one file, smaller after packing and fewer round trips. */
const SHARED =
  /src\/(api|trusted-types)\.ts|protocol\/(act|route|sending-routes|batch|envelope|ids|limits|receipt|reasons|base64url)\.ts|node_modules\/zod\//

/** What says that a page is not there, or did not come, the pages of acts among them. */
const NOWHERE = /src\/petition\/(?:nowhere|pages\/Nowhere)|src\/i18n\/(?:\w{2,3}\/)?nowhere/

/** The shape of a campaign: a page brings its own, so that only who asks for a newer one reads it. */
const READING = /protocol\/(?:routes|campaign|petition|theme|picture|local-text)\.ts/

/** What a phone loads before it can keep anything. */
const KEEPING =
  /src\/outbox\/(db|durability|keeping|not-delivered|send|setback|storage|storage-failure|sw-bridge|this-device|trying|unhurried|verdicts|wire|worker-messages)\.ts|src\/petition\/(envelope-head|keep-signature|sitting|trust)\.ts|protocol\/(seal|sealing-key)\.ts|node_modules\/(dexie|hpke)\//

/** What every form of a signer has, on a phone or at a stand: together it packs smaller than as what each two of them share. */
const FORM =
  /src\/ui\/(?:Check|Choice|Field)\.(?:tsx|css)|src\/i18n\/(?:(?:fr\/)?form|country-name)\.ts|src\/petition\/(pages\/use-alive|act-body|ActForm|Consents|Failure|forgetting|form-state|person|PersonFields|problem-words|sign|ThanksDialog|use-act-form|use-thanks-dialog)\.tsx?|src\/petition\/(ActForm|ThankYou)\.css|protocol\/phone\.ts/

/** What draws, and the few lines on languages that the build would give a file of their own: a browser asks a server for six files
 * at a time, and the seventh that a form needs would cost it a round trip. */
const DRAWING = /node_modules\/preact\/|src\/i18n\/languages\.ts/

/** A receipt's QR code, in the thank-you of a phone and of a stand. */
const SQUARE = /src\/ui\/(?:Qr\.|qr-path)/

/** What both workplaces draw; its style is known by the name of its chunk. */
const CHART = /src\/ui\/BarChart/

/** Sheets of paper, which both workplaces print. */
const PRINT = /src\/petition\/print\//

/** What shows and hands over what a device holds: one file, for its name stands in what every phone loads. */
const HELD =
  /src\/petition\/(?:OutboxRoom|pages\/OutboxPage)|protocol\/hand-off\.ts|src\/outbox\/(HandOff|LastContact|OutboxScreen|Reconciliation|SaveHandOff|save-hand-off)\.|src\/ui\/(FilePicker|Progress)\.|src\/i18n\/((\w{2,3}\/)?outbox-screen|byte-size)\.ts/

/** What only a stand's tablet runs, and what it shares with the console alone: no phone shall fetch that. */
const STAND =
  /src\/stand\/|src\/ui\/BarChart|src\/petition\/print\/|src\/i18n\/(?:\w{2,3}\/)?(?:stand|print|workplace)|src\/outbox\/(?:enrolment|team-tally)\.ts|protocol\/(?:fingerprint|stand|word-list)\.ts|node_modules\/qr\/decode/
const CONSOLE = /src\/console|src\/i18n\/(?:\w{2,3}\/)?console|age-encryption/

/** What only helps while there is a network: the worker keeps it once it was fetched. */
const ACTS =
  /node_modules\/workbox-window\/|src\/outbox\/(?:deliver-here|direct|prove-here|RefusedList|TakeHere|TakeHandOff|take-in|read-hand-off)|src\/petition\/thanks\/(?:Install|NextSteps|more\.)|src\/i18n\/(?:\w{2,3}\/)?(?:install|acts|over|reasons)\.ts|src\/petition\/(?:pages\/)?(?:acts|over)\//

/** Of chunks that nearly every other one names: each name is bytes in each of them. */
const SHORT_NAMES: Record<string, string> = { jsxRuntime: 'jsx', 'rolldown-runtime': 'rt', protocol: 'p', reading: 'r' }

const roomOf = (modules: readonly string[]): string =>
  modules.some((id) => CONSOLE.test(id))
    ? 'console/'
    : modules.some((id) => STAND.test(id))
      ? 'stand/'
      : modules.some((id) => ACTS.test(id))
        ? 'acts/'
        : ''

/** The book's fonts are the console's as well (src/console/export/pdf). */
const roomOfAsset = (name: string, from: readonly string[]): string =>
  name.endsWith('.css') ? roomOf([...from, ...screenOf(name)]) : name.endsWith('.ttf') ? 'console/' : ''

/** Styles of chunks that both workplaces have, by the names of those chunks. */
const SHARED_STYLES: Record<string, string> = {
  'chart.css': 'src/ui/BarChart.css',
  'print.css': 'src/petition/print/print.css',
}

/** Styles that several of a workplace's chunks share are only known by the name of the screen that they are written for. */
const screenOf = (style: string): string[] =>
  style in SHARED_STYLES
    ? [SHARED_STYLES[style] ?? '']
    : ['src/console/', 'src/stand/', 'src/petition/acts/', 'src/petition/pages/acts/']
        .map((room) => room + style)
        .filter((path) => existsSync(path))

// The plugin builds the worker by a setting of an older name, and says so; and says every step, where the other builds are silent.
const quietWorkerBuild: Plugin = {
  name: 'quiet-worker-build',
  config: ({ build }) => {
    const output = build?.rollupOptions?.output
    if (output && !Array.isArray(output)) {
      delete output.inlineDynamicImports
      output.codeSplitting = false
    }
    return { logLevel: 'warn' }
  },
}

// Three builds: the client with its worker (default), and with --ssr the server and the pages that it renders.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    preact(),
    ...(isSsrBuild
      ? []
      : [
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'sw',
            filename: 'sw.ts',
            injectRegister: false,
            manifest: false,
            injectManifest: {
              globPatterns: ['**/*.{js,css,html,svg,woff2}'],
              // The worker knows the stand's files as well, and keeps them where it is asked to (sw/cache.ts).
              // What only helps while there is a network comes when it is wanted: installing, a restored server.
              globIgnores: ['assets/console/**', 'assets/acts/**', 'assets/restored-*.js'],
              buildPlugins: { vite: [quietWorkerBuild] },
            },
          }),
        ]),
  ],
  // All dedicated workers are the console's (opening, key file): phones must not fetch them ahead. Named as the pages' files are, so that a font
  // that both use is one file.
  worker: {
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/console/[name]-[hash:6].js',
        assetFileNames: 'assets/console/[name]-[hash:6][extname]',
      },
    },
  },
  // Both packages point bundlers to code for engines that we do not build for; this is the same code for ours, 2.5 KiB less.
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
      { find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' },
    ],
  },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    target: isSsrBuild ? 'node20' : 'es2022',
    manifest: !isSsrBuild,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Names of files do not pack. Scripts are asked for ahead where somebody waits for them: to sign. The server names those of
      // its pages itself (sync-server/preloads.ts).
      resolveDependencies: (file, needs) =>
        /\/(SignForm|keep-signature|Background)-/.test(file)
          ? needs
          : needs.filter((it) => it === file || it.endsWith('.css')),
    },
    copyPublicDir: !isSsrBuild,
    rolldownOptions: isSsrBuild
      ? {
          input: {
            main: 'sync-server/main.ts',
            backup: 'sync-server/backup.ts',
            restore: 'sync-server/restore.ts',
            export: 'cli/export.ts',
            'export-opener': 'cli/opener.ts',
            invite: 'sync-server/invite.ts',
            pages: 'src/petition/pages/render.tsx',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        }
      : {
          output: {
            codeSplitting: {
              groups: [
                { name: 'protocol', test: SHARED },
                // What it needs beside itself every page has already: vite's loader of chunks, which would draw all this into the first load.
                { name: 'reading', test: READING, includeDependenciesRecursively: false },
                { name: 'keeping', test: KEEPING, includeDependenciesRecursively: false },
                {
                  name: 'form',
                  test: FORM,
                  // Before the others, which would take along what they use of it, and be loaded with the form.
                  priority: 1,
                  // The hooks that these use stay with what every page loads, where they pack smaller.
                  includeDependenciesRecursively: false,
                },
                { name: 'jsxRuntime', test: DRAWING, includeDependenciesRecursively: false },
                { name: 'square', test: SQUARE, includeDependenciesRecursively: false },
                { name: 'chart', test: CHART, includeDependenciesRecursively: false },
                { name: 'print', test: PRINT, includeDependenciesRecursively: false },
                { name: 'nowhere', test: NOWHERE, includeDependenciesRecursively: false },
                { name: 'held', test: HELD, includeDependenciesRecursively: false },
              ],
            },
            // Six letters tell 69,000 million contents apart; each more is a byte wherever a file is named, which packs to no less.
            entryFileNames: 'assets/[name]-[hash:6].js',
            chunkFileNames: ({ name, moduleIds }) =>
              `assets/${roomOf(moduleIds)}${SHORT_NAMES[name] ?? '[name]'}-[hash:6].js`,
            assetFileNames: ({ originalFileNames, names }) =>
              `assets/${roomOfAsset(names[0] ?? '', originalFileNames)}[name]-[hash:6][extname]`,
          },
        },
  },
}))
