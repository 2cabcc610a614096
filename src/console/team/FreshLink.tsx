import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTeamWords } from './use-team-words.ts'

/** A link that was made just now. Its token stands behind the `#`, which no server and no proxy's log ever sees. */
export function FreshLink({ token }: { token: string }) {
  const { said } = useTeamWords()
  const [copied, setCopied] = useState(false)
  const link = `${location.origin}/console/setup#${token}`
  const copy = () => navigator.clipboard.writeText(link).then(() => setCopied(true), console.error)
  return (
    <Notice title={said.invite.made} announce="polite">
      <p>{said.invite.madeText}</p>
      <p class="console-code" translate={false}>
        {link}
      </p>
      {'clipboard' in navigator && (
        <Button kind="quiet" onClick={copy}>
          {copied ? said.invite.copied : said.invite.copy}
        </Button>
      )}
    </Notice>
  )
}
