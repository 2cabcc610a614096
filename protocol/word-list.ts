// The words that a proposed passphrase is drawn from: 1570 plain French words of four to eight letters, so that six of them,
// drawn evenly, carry 6 × log2(1570) = 63.7 bits, and scrypt at N = 2^18 makes each guess cost a second. Written for Paraphe:
// no accents (they are typed on any keyboard), nothing frightening to have on paper, and no two words are one letter apart, so
// that a slip of the pen does not make another word of the list. tests/console/passphrase.test.ts keeps it so.
export const WORDS: readonly string[] = `
  abeille abri abricot absence acajou accent accord accueil achat acier acrobate acteur action adresse adulte affiche
  agenda agneau agrafe agrume aigle aiguille aimant alarme album alezan algue alliance alphabet altitude alto amande
  amarre amateur ambiance amical ampoule ananas ancien ancre annonce annuaire antenne antilope aorte appareil appel
  appoint apport appui aquarium arachide arbitre arbre arceau arche archive ardoise argan argent argile armoire
  aromate arrivage arrondi arrosoir article artiste asperge assiette astre astuce atelier atlas atome atout attelage
  attente attrait aube auberge audace audition automne autruche avance avenue avion avocat avoine avril azote azur
  babouin badge bagage bague baguette baie balade balafon balai balance balcon baleine balise balle balsa bambou
  banane banc bandana bande bandeau banjo banlieue banque banquise baobab barbier bardane barrage barre basalte
  bascule basilic basket bassin bateau battant baume bazar beige belette berceau berger berline bestiole beurre
  bibelot biche bicorne bidon bienfait bijou billet bimoteur biplan biscotte biscuit bissap bitume blaireau blason
  bleu bloc blouse bobinage bobine bocal bois boisson bolet bonbon bonheur bonhomme bonjour bonnet bordure borne
  bosquet bosse botte boubou bouchon boucle bouclier bougie bouillon bouleau boulon bourdon bourgeon boussole boutique
  bouture brassard brasse bravo brebis bretelle brin brioche brique brocante brochet brocoli brouette brousse brugnon
  buffet buffle bureau butin buvard buvette cabane cabinet cabot cacao cachette cactus cadeau cadence cadran cadre
  caftan cahier caille caillou caisse calandre calcaire calcul calmar calme camarade camion campagne camphre canal
  canard caneton canevas canne cannelle cantine canyon capitale caprice capsule capuche caramel caravane carbone
  cardigan cardon cargo caribou carillon carnaval carnet carotte carpe carreau carrosse cartable cascade casque
  cassette cassis castor causeur cave caverne ceinture centaine centre cercle cerf cerfeuil cerise cerisier chacal
  chaise chalet chaleur chambre chameau champ champion chance chandail chanson chant chantier chapitre charbon charge
  chariot charrue chasuble chaton chaud chaudron chaume chef chemin chemise chenille cheval cheveu chevron chiffre
  chignon chimie chocolat choix chorale chou chouette chrome cible cigale cigogne ciment cirage cire cirque ciseau
  citerne cithare citron clairon clameur classe clavier client climat cloche cloison cloporte clown club cobalt
  cocagne cocon cocotier code coffre coiffure coin colibri colis colle collier colline colombe colonne coloris colvert
  colza comble comique commande commerce commode commune compas complice compost compote compteur comptoir concert
  condor conduite confetti confort conque conseil conte contour convoi copain copie corail corbeau cordage corniche
  corolle cosmos costume cottage couffin couleur couloir coupe coupole courage courbe courlis couronne courrier
  couscous cousin couteau crabe crampon cravate crayon cresson crevette cric criquet cristal croquis cuir cuisine
  cuisson cuivre culture cumin curcuma cycle cygne cylindre dahlia daim damier danse danseur date datura dauphin delta
  demain denier dentelle dentiste dessert dessin dessous devise devoir diamant diapason dicton digue dimanche dinde
  dindon discours disque distance divan docteur doigt domaine domino dorade doris dortoir dorure doseur dossier douane
  double doublure douceur douche douze drageoir dragon drap ducat dune duplex duvet effort enclos endive endroit
  enfance engrais enseigne ensemble entracte entrain envie envol ergot escabeau escalade escale escalier escargot
  espace espoir esprit essai essence essor estrade estuaire exercice extrait fable fabrique facture fagot faisan
  falaise famille fanfare fanion farce farine faucon faune fauteuil faveur fente ferme fermier ferry festin festival
  feuille feutre ficelle ficus figuier figure filament filet filin fille film filtre finesse fjord flacon flair
  flamant flambeau flamme flanelle flaque fleur fleuron fleuve flore flotte fluide fluor foire folklore fond fondant
  fondue fonio fontaine football forge format formule fortune foulard four fourche fourgon fourmi fournil fourrure
  foyer fragment fraise frange frelon fresque frigo frisson frite fromage front fronton fruit fruitier fugue furet
  fusain fuseau fusion futur gabarit gadget galant galaxie galerie galette galon gamelle gamme gant garage gare
  garenne garrigue gaufre gecko genou genre gerbe gerboise geste geyser gibier girafe girofle givre glace glacier
  globe glycine gobelet golfe gondole gong gorille gouache gourde gourmand gourmet gousse goyave gradin graffiti
  graine granit granule graphite grappe gravier gravure greffe grelot grenat grenier griffon grillon griotte grive
  groupe gruau grue guide guidon guimauve guitare gymnase gypse habit hache hachoir halte hamac hampe hamster hangar
  hareng haricot harmonie hasard hautbois hauteur herbier herse heure hexagone hibou histoire hiver hochet homard
  honneur horaire horizon horloge hormone houblon houle hublot huile huit huppe hutte hymne ibis iceberg idole igloo
  igname image immeuble indigo insecte instant intrigue ivoire jade jaguar jambe janvier jardin jasmin jaspe jersey
  jeton jeudi joie joker jonc jongleur jouet joueur journal joyau judo juillet juin jujube jumeau jumelle jument
  jungle jupe kaki kapok karting kayak kermesse ketchup kilo kimono kiosque kiwi klaxon koala label labour lacet lagon
  lagune lainage laine lait laiton laitue lama lampion langage langue lanterne lapin large largeur laser lasso latte
  laurier lavabo lavande laverie lavoir lecteur lecture lemming lentille lessive lettre levier levure lexique liane
  lichen lien lierre liftier lilas limace lime limier limite limon limonade linge lingot linotte linteau liquide
  liseron liste litchi litre livret livreur logiciel logis logo loisir lorgnon loriot losange loterie lotion lotus
  loukoum loutre lucarne luciole lueur luge lumignon lundi lunette luron lustre luth lynx lyre macaron machine madame
  madras magasin magie magnolia maillon main maire maison majeur malice mallette malt mambo mammouth manche manguier
  manioc manteau manuel maquette marais marathon marchand mardi marelle mariage marmite marmotte marquise marron
  marsouin mascotte massif match matelas matelot matou mauve menthe mentor menu mercredi mercure merle message mesure
  meuble meunier micro midi miel miette milan milieu mimosa mine minuit minute miracle miroir missive mobile mocassin
  module moineau moka molaire moment monde monnaie monocle monsieur montage monteur montre monument morceau mortier
  motard motif moto mouchoir mouette moufle mouflon moulin moutarde mouton muesli muguet mulet muraille muscade muscle
  musicien musique mustang mutuelle myrtille nacre nageoire nageur nappe narval nasse nature navette navire nectar
  neuf neveu nichoir nickel niveau nocturne noisette nomade nombre nord norme note nougat nouille nourrice novembre
  nuage nuance nuancier nuque nylon oasis objectif objet obole ocelot ocre octave octobre octogone odeur office ogive
  oignon olivier ombrage ombrelle omelette once ongle onyx opale opinion optique orage oranger orateur orbite ordre
  oreiller organe orgue origan origine ornement orteil ortie oseille osier osmose otarie ouate oubli ouest ourlet ours
  oursin outil ouvrage ouvrier ozone pacane pacte paddock pagaie page paix palais paletot palier palombe palourde
  pampa panache panade panda pangolin panneau panorama pantalon pantin paon papaye papillon paprika papyrus paquebot
  paquet parabole parasol paravent parc parcours parfum parking parole parrain partage partie parvis passage passant
  passoire pastel patate patience patron pause pavois pavot paysan peau peigne peintre pelage pelisse pelle pelote
  pelouse peluche pendule penseur perche perdrix permis perron perruche persil peuplier phare phoque photo phrase piaf
  piano pichet picotin pied pieuvre pigeon pilon pinacle pince pinceau pinson pioche pipeau pirogue piscine pistache
  pistil piston pivoine plafond plaid planche planeur planning plante plantoir plat plateau platine plomb plongeon
  pluie plumage plumet plumier pneu pochette podium poids poignet pointe poireau poivre poivrier poivron pollen polo
  polygone pomme pommeau pommier poncho poney pont ponton popeline portail portique portrait poste postier potager
  poteau potiron poubelle pouce poudre pouf poulain poulet poulie pourpre poussin prairie pratique preuve primeur
  principe prisme produit profil projet prologue promesse propos prose proverbe prune prunier public puits pull puma
  pupitre puzzle pyjama pyramide python quai quartier quartz quatre quatuor quenelle question quiche quille quinoa
  quintal quinze rabais racine radar radio rafale raffia ragondin rail raisin rallye ramage rame rameau ramoneur rang
  rasade rascasse rasoir ravin ravioli rayure rebond recette record recueil refrain regard registre reine relais
  relief relique remarque remous renom repas reprise reptile respect ressac ressort retouche retour revers revue ricin
  rideau rigole riposte risotto rivage rival robe robinet robot rocaille rocher rodage roman romarin rondeur rondin
  roquette rosace roseau rotin rotule rouge roulotte routier royaume ruban rubis rubrique rugby ruisseau rumba russule
  rustine rythme sablier sachet sacoche safran saladier salaire salut samedi sandale sanglier santal santon sarcelle
  sardine sarment satin sauge saumon savane savon sceau schiste science sciure score secours seigle semaine semelle
  semis semoule senteur sentier sept serin seringa serre serrure serveur service seuil sextant sherpa short sifflet
  signal signe silence silex sillage sillon siphon sirocco sirop sitar site slalom socle soif soixante soja soleil
  sommeil sommet sonate songe sonnette sorbet sorbier sorgho soude soufflet souhait soulier soupape souper source
  sourcil sourire souris soutien spatule sphinx spirale stade station statue steppe steward strophe studio style sucre
  sumac surface suricate surnom surplus surprise sushi sycomore syllabe symbole tableau tablette tabouret tacot
  taillis talent talisman talus tamarin tambour tamis tandem tango tanin tante tapage tapioca tapir taquin tarif
  tartan tartine taupe taureau taxi teck tempo tennis terrain terrasse terreau terrier test texte textile thon thym
  tiare ticket tige tilapia tilleul timbale timbre tipi tirelire tireuse tisane tissage tisserin tissu toast toboggan
  toile toison toit tomate tombola tomette tonneau tonnerre tonus topaze toquade torche torchis torchon torrent tortue
  total totem toucan toucher touffe toupet toupie tournant tournoi tourte trace tracteur train traite trajet tramway
  tranche transat travail traverse treize tremplin trente tresse treuil triangle tribu tribune tricot tricycle trident
  trille trio triomphe triton troc trois trombone tropique trottoir troupeau truelle tuba tulipe tunique tunnel turban
  turbine tuteur tutu tuyau tweed tympan type union univers usage usine usure vacance vaisseau valet valeur vallon
  valse vanille vannier vantail varan varech vareuse vedette veilleur velours vendredi vent verdure verglas vermeil
  vernis verrou version vertige vertu verveine veston veto viaduc viande victoire vigie vignoble vigueur villa
  vinaigre vingt violet violon virgule virtuose visage viseur visite visiteur vison vitamine vitesse vitrail vitrine
  vivier vogue voilier voisin voiture voix volaille volant volcan voltige volume voyage voyageur voyelle vrac yaourt
  yeuse yoga yucca zigzag zinc zoom
`
  .trim()
  .split(/\s+/)
