// A case's photograph, published without the editor's screens.
import { toBase64url } from '../../protocol/base64url.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { PICTURE_ROUTES } from '../../protocol/picture-routes.ts'
import { jpeg } from '../jpeg.ts'
import { ask, CAMPAIGN } from './open-campaign.ts'
import type { TestServer } from './server.ts'

export async function publishPhoto(server: TestServer, cookie: string, petition: string): Promise<void> {
  const at = { cookie, parameters: { campaign: CAMPAIGN } }
  const bytes = toBase64url(jpeg(800, 1000))
  const put = await ask(server, PICTURE_ROUTES.put, { ...at, body: { use: { for: 'case' }, bytes } })
  const picture = { ...(await put.json()), alt: { fr: 'Un portrait', en: 'A portrait' } }
  const { draft } = await (await ask(server, EDIT_ROUTES.desk, at)).json()
  const petitions = draft.content.petitions.map((it: { id: string }) => (it.id === petition ? { ...it, picture } : it))
  const content = { ...draft.content, petitions }
  const saved = await ask(server, EDIT_ROUTES.save, { ...at, body: { revision: draft.revision, content } })
  const { revision } = (await saved.json()).draft
  await ask(server, EDIT_ROUTES.publish, { ...at, body: { revision } })
}
