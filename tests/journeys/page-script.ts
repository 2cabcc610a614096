import { build } from 'vite'

/** Production code as one script for a page; its exports stand in `globalThis[name]`. None of it is in a build. */
export async function pageScript(entry: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry, formats: ['iife'], name },
    },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (!bundle || !('output' in bundle)) throw new Error('not built')
  // A `var` at the top of what is evaluated would be nobody else's.
  return `${bundle.output[0].code}; globalThis.${name} = ${name}`
}
