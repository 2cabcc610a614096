import { readConfig } from './config.ts'
import { LINK_DAYS } from './link-days.ts'
import { PlainError } from './plain-error.ts'
import { run, say } from './run.ts'
import { newSecret } from './secrets.ts'
import { inviteFromHere } from './store/invite-from-here.ts'

// npm run invite [-- NAME]: for whoever runs the server, when nobody can enter the console any more.

void run(async () => {
  const [name, ...more] = process.argv.slice(2)
  if (more.length > 0) throw new PlainError('Put a name of several words into quotes: npm run invite -- "NAME"')
  const { dataDir, publicUrl, port } = readConfig(process.env)
  const token = newSecret()
  const { again } = await inviteFromHere(dataDir, { token, name: name ?? null, now: Date.now() })
  say(
    again === null
      ? `With this link somebody new becomes an admin. It works once, for ${LINK_DAYS} days:`
      : `With this link ${again} gets a new password. The one before, the second factor and all open sessions end then. It works once, for ${LINK_DAYS} days:`,
  )
  say(`${publicUrl ?? `http://localhost:${port}`}/console/setup#${token}`)
})
