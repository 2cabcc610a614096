// How a campaign is going, in the console's overview.
import type { Spoken } from '../languages.ts'

export const fr = {
  title: 'Signatures reçues',
  none: 'Rien n’est encore arrivé. Les signatures s’affichent ici d’elles-mêmes.',
  scale: 'Reçues',
  byHour: 'par heure',
  byDay: 'par jour',
  petition: 'Pétition',
  allPetitions: 'Toutes',
  place: 'D’où elles viennent',
  everywhere: 'Partout',
  phones: 'Téléphones personnels',
  noStand: 'Tablettes sans stand',
  signatures: 'Signatures',
  hourChart: 'Signatures reçues par heure, depuis vingt-quatre heures',
  dayChart: 'Signatures reçues par jour',
  asTable: 'En tableau',
  hour: 'Heure',
  day: 'Jour',
  goal: 'Prochain cap',
  attention: {
    title: 'À voir',
    nothing: 'Rien ne demande votre attention.',
    destruction: 'La destruction de ce qui est gardé est demandée ; elle pourra être confirmée à partir du {when}.',
    destructionReady: 'La destruction de ce qui est gardé est demandée, et peut être confirmée.',
    fresh: {
      one: '{n} enveloppe n’est dans aucun export confirmé.',
      other: '{n} enveloppes ne sont dans aucun export confirmé.',
    },
    tablet: '{stand}, tablette {n}',
    quarantine: {
      one: '{n} envoi attend en quarantaine : il n’est pas compté tant que personne ne décide.',
      other: '{n} envois attendent en quarantaine : ils ne sont pas comptés tant que personne ne décide.',
    },
    cloned: 'semble exister deux fois. Révoquez-la et inscrivez-la à nouveau.',
    missing: {
      one: 'n’a plus {n} envoi, qui n’est jamais arrivé au serveur.',
      other: 'n’a plus {n} envois, qui ne sont jamais arrivés au serveur.',
    },
    silent: {
      one: 'se tait depuis le {since} ; {n} envoi y attend.',
      other: 'se tait depuis le {since} ; {n} envois y attendent.',
    },
    neverHeard: 'n’a encore jamais parlé au serveur.',
  },
}

export type ConsoleOverviewWords = Spoken<typeof fr>
