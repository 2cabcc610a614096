import { render } from 'preact'
import { loadCampaign } from '../../src/petition/load.ts'
import { Kiosk } from '../../src/stand/Kiosk.tsx'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'

// The kiosk alone on a page, over the real campaign, sealing and outbox: what the tablet builds around it is not what is tested.

declare global {
  interface Window {
    left: boolean
    pin: boolean
  }
}

const { campaign, counts } = await loadCampaign()
if (!campaign) throw new Error('no campaign')
const drawn = location.search === '?drawn'
window.pin = false
window.left = false
const stand = {
  id: 'grand-marche',
  campaign: campaign.id,
  name: 'Grand marché',
  place: 'Lomé',
  from: campaign.opens,
  to: campaign.closes,
  petitions: campaign.petitions.map((it) => it.id),
}
const leave = () => {
  window.left = true
}
render(
  <Kiosk
    campaign={{ ...campaign, stand: { allTicked: true, drawn } }}
    revoked={false}
    counts={counts}
    standing={{ device: '', key: '', tablet: 1, root: '', stand }}
    onLeave={leave}
    askPin={async () => window.pin}
  />,
  document.body,
)
