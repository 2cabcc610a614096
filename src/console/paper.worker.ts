import * as z from 'zod/mini'
import type { Campaign } from '../../protocol/campaign.ts'
import type { ConsoleExportWords } from '../i18n/fr/console-export.ts'
import type { Language } from '../i18n/languages.ts'
import { deliveryBook } from './export/pdf/delivery-book.ts'
import { fetchFonts } from './export/pdf/fetch-fonts.ts'
import { printedLetters } from './export/pdf/letters.ts'
import type { OpenedAct, ReviewedSignature } from './review/opened-act.ts'
import { serve } from './worker-line.ts'

// Makes what is printed, and is ended after it: the library of PDFs is large, and only fetched when a book is wanted.
z.config({ jitless: true })

export interface PaperOrder {
  campaign: Pick<Campaign, 'name' | 'petitions'>
  language: Language
  words: ConsoleExportWords
}

/** From the worker that holds what was opened, past the page. */
const comingThrough = <T>(port: MessagePort): Promise<T> =>
  new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<T>) => {
      port.close()
      resolve(data)
    }
  })

const tasks = {
  /** A petition's delivery book, of the signatures that count. */
  async book({ port, petition: id, campaign, ...rest }: PaperOrder & { port: MessagePort; petition: string }) {
    const coming = comingThrough<ReviewedSignature[]>(port)
    const fonts = await fetchFonts()
    const petition = campaign.petitions.find((it) => it.id === id)
    if (!petition) throw new Error('unknown petition')
    const signatures = await coming
    const { file } = await deliveryBook({ signatures, campaign, petition, ...rest, fonts, madeAt: new Date() })
    return { file }
  },

  /** Approved letters; nothing else comes through the port. */
  async letters({ port, campaign, ...rest }: PaperOrder & { port: MessagePort }) {
    const coming = comingThrough<OpenedAct[]>(port)
    const fonts = await fetchFonts()
    const petitions = new Map(campaign.petitions.map((it) => [it.id, it]))
    const acts = await coming
    const { file } = await printedLetters({ acts, approved: () => true, petitions, ...rest, fonts, madeAt: new Date() })
    return { file }
  },
}

export type PaperTasks = typeof tasks

serve(tasks)
