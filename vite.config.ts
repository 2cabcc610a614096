import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** What every room of a phone needs: one file, smaller after packing and fewer round trips. */
const SHARED =
  /src\/(api|trusted-types)\.ts|protocol\/(route|routes|batch|campaign|envelope|ids|limits|local-text|receipt|reasons|petition|base64url)\.ts|node_modules\/zod\//

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
              globPatterns: ['**/*.{js,css,html,svg,woff2,webmanifest}'],
              // Phones get what reading, signing and sending need, nothing of the console.
              globIgnores: ['assets/console/**'],
            },
          }),
        ]),
  ],
  // All dedicated workers are the console's (opening, key file): phones must not fetch them ahead.
  worker: { rolldownOptions: { output: { entryFileNames: 'assets/console/[name]-[hash].js' } } },
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
    modulePreload: { polyfill: false },
    copyPublicDir: !isSsrBuild,
    rolldownOptions: isSsrBuild
      ? {
          input: { main: 'sync-server/main.ts', pages: 'src/petition/pages/render.tsx' },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        }
      : {
          output: {
            codeSplitting: { groups: [{ name: 'protocol', test: SHARED }] },
            chunkFileNames: (chunk) =>
              chunk.moduleIds.some((id) => /src\/console|age-encryption/.test(id))
                ? 'assets/console/[name]-[hash].js'
                : 'assets/[name]-[hash].js',
            assetFileNames: (asset) =>
              asset.names.includes('Console.css')
                ? 'assets/console/[name]-[hash][extname]'
                : 'assets/[name]-[hash][extname]',
          },
        },
  },
}))
