import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { hrefOf } from '../place.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { sameAddresses } from './same-address.ts'

/** Said before publishing: afterwards an address stays as it is. */
export function SameAddresses() {
  const { said } = useEditorWords()
  const { content, campaigns } = useEditing()
  const say = useSay()
  const all = sameAddresses(content, campaigns)
  if (all.length === 0) return null
  return (
    <Notice tone="warn" title={said.publish.sameAddress}>
      <p>{said.publish.sameAddressText}</p>
      <ul>
        {all.map(({ petition, other }) => (
          <li key={petition}>
            <a href={hrefOf({ screen: 'edit', campaign: content.id, part: `case-${petition}` })}>{`/p/${petition}`}</a>
            {` · ${filled(said.publish.sameAddressOf, { name: say(other.name) })}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
