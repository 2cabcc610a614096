import { EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { Button } from '../../ui/Button.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { useAction } from '../use-action.ts'
import { useEditorWords } from './editor-context.ts'

/** Puts a published campaign at `/`, in place of the one that is there. */
export function ShowFirst({ campaign, onChanged }: { campaign: string; onChanged: () => void }) {
  const { said } = useEditorWords()
  const session = useSession()
  const action = useAction()
  const show = () =>
    action.run(async () => {
      await session.call(EDIT_ROUTES.show, { body: { campaign } })
      onChanged()
    })
  return (
    <>
      <Button kind="link" onClick={show} busy={action.busy ? said.showing : undefined}>
        {said.showFirst}
      </Button>
      {action.error !== null && <Failure error={action.error} />}
    </>
  )
}
