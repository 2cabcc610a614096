import type { FastifyInstance, FastifyServerOptions } from 'fastify'

// Logs hold ids and counts. No address, path, query, header or body: each of them can be somebody, and a log lives longer and
// travels further than one thinks. An error is its name, code and place; its message may quote what it choked on.

export interface LogOptions {
  level: 'silent' | 'warn' | 'info' | 'debug'
  /** Where lines go; the standard error output by default, which leaves the standard output to people. */
  to?: { write(line: string): void }
}

export function loggerOptions({ level, to = process.stderr }: LogOptions): FastifyServerOptions['logger'] {
  return {
    level,
    stream: to,
    base: null,
    hooks: {
      // Fastify words some failures itself, with the path in them.
      logMethod(line, log) {
        const [first, ...rest] = line
        if (typeof first === 'object' && first !== null && 'err' in first) log.call(this, first, 'failed')
        else log.call(this, first, ...rest)
      },
    },
    serializers: {
      req: (request) => ({ method: request.method }),
      res: (reply) => ({ status: reply.statusCode }),
      err: (error) => plainError(error),
    },
  }
}

function plainError(error: Error & { code?: string }): { type: string; message: string; stack: string; code?: string } {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: '',
    stack: frames.join('\n'),
    ...(error.code === undefined ? {} : { code: String(error.code) }),
  }
}

/** One line for each answer, by the route's pattern and not by its path; files only when debugging. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const line = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (route === '/*' && reply.statusCode < 500) request.log.debug(line, 'answered')
    else request.log.info(line, 'answered')
  })
}
