// What people type when they have to choose something: words and rows of keys, in French and English, that stand at the top of every
// published list of stolen passwords (SecLists, NCSC's 100k, CNIL's examples). As they are, repeated, or with digits around them,
// they are the first that anybody tries; what is shorter than twelve characters is refused anyway.
export const COMMON = new Set(
  `password passwort motdepasse monmotdepasse motsdepasse azerty azertyuiop azertyuiopqsdfghjklm qwerty qwertyuiop
  qwertyuiopasdfghjkl qsdfghjklm wxcvbn asdfghjkl zxcvbnm qwertz qwertzuiop aqwzsxedc aqwzsx qazwsx qazwsxedc onetwothree
  welcome bienvenue bonjour bonsoir hello soleil chocolat doudou loulou coucou nicolas camille marseille france paris lome togo
  afrique africa jetaime jetaimefort iloveyou iloveyouso mamour monamour moncoeur amour princesse princess sunshine football
  baseball superman batman dragon monkey master letmein letmeinnow trustno shadow michael jordan jennifer admin administrator
  administrateur administration root secret topsecret changeme changezmoi default defaut login connexion utilisateur user guest
  test testtest testeur computer ordinateur internet motdepassesecurise passwordpassword correcthorsebatterystaple
  cheval chevalcorrectbatterieagrafe bonnenuit joyeuxnoel happybirthday joyeuxanniversaire dieu jesus jesuschrist dieuestgrand
  dieuestamour dieumerci alleluia benediction manchester liverpool chelsea barcelona realmadrid arsenal olympique
  petition petitions paraphe signature signatures campagne campaign coordination coordinateur coordinatrice coordinator
  amnesty amnestyinternational droitshumains humanrights liberte libertategalite liberteegalitefraternite solidarite justice
  ecrirepourlesdroits writeforrights`
    .split(/\s+/)
    .filter(Boolean),
)
