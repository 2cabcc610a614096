import { useEditorWords } from './editor-context.ts'
import { NoCase } from './NoCase.tsx'
import { TextPair } from './TextPair.tsx'

export function CampaignPart() {
  const { said } = useEditorWords()
  return (
    <>
      <NoCase />
      <TextPair path="name" name="name" />
      <TextPair path="call/title" name="call.title" />
      <TextPair path="call/text" name="call.text" rows={3} />
      <TextPair path="community" name="community" rows={6} hint={said.markdown} />
    </>
  )
}
