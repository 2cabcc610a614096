import { Notice } from '../../ui/Notice.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { useTeamWords } from './use-team-words.ts'

/** A link that was made just now. Its token stands behind the `#`, which no server and no proxy's log ever sees. */
export function FreshLink({ token }: { token: string }) {
  const { said } = useTeamWords()
  const link = `${location.origin}/console/setup#${token}`
  return (
    <Notice title={said.invite.made} announce="polite">
      <p>{said.invite.madeText}</p>
      <p class="console-code" translate={false}>
        {link}
      </p>
      <CopyButton text={link} label={said.invite.copy} copied={said.invite.copied} />
    </Notice>
  )
}
