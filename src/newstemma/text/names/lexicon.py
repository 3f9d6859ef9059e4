"""What names and roles are told by: titles, offices, kinds of body, particles, first names.

Every entry is a word key (`text.segment.word_key`): no case, no accents, no stops. A language
is added by adding its words to the sets.
"""

from __future__ import annotations

__all__ = [
    "BODIES",
    "FEMALE",
    "GIVEN_FEMALE",
    "GIVEN_MALE",
    "GROUPS",
    "LINKS",
    "MALE",
    "MODIFIERS",
    "NOT_NAMES",
    "PARTICLES",
    "PLACE_WORDS",
    "ROLES",
    "SUFFIXES",
    "TEXTS",
    "TITLES",
]


def _set(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Stand before a person's name and belong to no name.
TITLES = _set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother",
    "gen general col colonel maj major capt captain lt lieutenant sgt sergeant cpl corporal cmdr",
    "commander adm admiral sen senator rep representative congressman congresswoman gov governor",
    "pres president vice premier chancellor minister secretary mayor councilman councilwoman",
    "ambassador amb judge justice chief sheriff detective officer inspector superintendent pope",
    "cardinal archbishop bishop rabbi imam sheikh ayatollah king queen prince princess emperor",
    "sultan emir speaker chairman chairwoman chair director coach attorney hon honorable herr",
    "frau monsieur madame senor senora don dona el-presidente first-lady spokesman spokeswoman",
    "spokesperson analyst skipper",
    # of other languages
    "burgermeister burgermeisterin ministerin kanzler kanzlerin prasident prasidentin sprecher",
    "sprecherin ministre presidente ministro ministra alcalde alcaldesa sindaco sindaca",
)

# Somebody's office, occupation or part in the news; the plural is made by adding s.
_ROLE_HEADS = _set(
    "president minister secretary senator representative governor mayor chancellor premier",
    "ambassador diplomat envoy consul spokesman spokeswoman spokesperson official officer",
    "commander general colonel major captain lieutenant sergeant admiral soldier marine veteran",
    "chief director chairman chairwoman chairperson chair head leader manager executive ceo",
    "founder co-founder owner president-elect candidate nominee lawmaker legislator congressman",
    "congresswoman councilman councilwoman councillor councilor politician democrat republican",
    "conservative liberal independent delegate aide adviser advisor strategist pollster operative",
    "consultant staffer assistant deputy commissioner administrator inspector investigator",
    "detective sheriff prosecutor lawyer attorney judge justice magistrate juror defendant",
    "plaintiff suspect victim witness activist advocate campaigner organizer organiser protester",
    "protestor demonstrator dissident critic opponent supporter ally rival voter resident",
    "neighbor neighbour citizen immigrant migrant refugee worker employee employer trader banker",
    "investor economist analyst expert scholar professor lecturer teacher principal student pupil",
    "researcher scientist historian sociologist psychologist physician doctor nurse surgeon",
    "patient farmer fisherman engineer architect designer developer programmer pilot driver",
    "sailor astronaut journalist reporter editor columnist correspondent commentator anchor host",
    "moderator blogger author writer poet novelist playwright actor actress comedian singer",
    "musician composer artist producer filmmaker photographer coach player athlete quarterback",
    "pitcher agent broker dealer seller buyer customer passenger tourist visitor guest priest",
    "pastor bishop archbishop cardinal pope rabbi imam cleric ayatollah monk nun king queen",
    "prince princess sultan emir dictator strongman warlord rebel militant fighter gunman insider",
    "source informant whistleblower member fellow colleague partner friend father mother son",
    "daughter brother sister husband wife widow uncle aunt cousin grandfather grandmother parent",
    "sibling man woman boy girl kid teenager person survivor bystander caller user participant",
    "attendee speaker negotiator mediator regulator watchdog superintendent secretary-general",
    "treasurer auditor accountant clerk librarian curator publisher firefighter paramedic ranger",
    "guard policeman policewoman cop trooper warden inmate prisoner detainee hostage captive boss",
    "billionaire businessman businesswoman entrepreneur mogul tycoon tsar czar guru rep counsel",
    "surrogate loyalist hopeful frontrunner incumbent challenger predecessor successor trustee",
    "dean provost chaplain contractor lobbyist donor physicist chemist biologist epidemiologist",
    "climatologist ecologist meteorologist oceanographer",
)
_IRREGULAR = _set(
    "men women people children fishermen businessmen businesswomen policemen policewomen",
    "congressmen congresswomen councilmen councilwomen spokesmen spokeswomen gunmen chairmen",
    "firemen wives attorneys-general allies secretaries deputies witnesses actresses bosses",
    "princesses families nominees dignitaries authorities police elites",
)
ROLES = _ROLE_HEADS | frozenset(f"{role}s" for role in _ROLE_HEADS) | _IRREGULAR

# Groups that speak as one, without a name.
GROUPS = _set(
    "administration agency agencies alliance army association authorities authority bank board",
    "body brand bureau business cabinet campaign camp center centre chamber charity church city",
    "club coalition college commission committee community companies company congress consortium",
    "consulate corporation council country countries county court department division embassy",
    "establishment family faction firm force forces foundation government governments group",
    "groups headquarters hospital institute institution judiciary junta jury leadership",
    "legislature majority management media military militia ministry minority mission movement",
    "navy network newspaper ngo office operator opposition organization organisation outlet",
    "outlets panel paper papers parliament party parties police prosecution public publication",
    "regime regulator regulators school senate staff state states syndicate team think-tank",
    "tribunal troops union university watchdog website site station channel magazine tabloid",
    "daily broadcaster wire press critics nation province region airline carrier maker",
    "inspectorate observatory museum fund trust league federation academy laboratory secretariat",
)

# Things that are written or recorded and speak for whoever made them.
TEXTS = _set(
    "statement statements report reports letter letters memo memorandum document documents study",
    "studies survey surveys poll polls paper article articles story editorial essay book column",
    "filing lawsuit complaint indictment affidavit petition brief ruling opinion order verdict",
    "law bill act resolution treaty agreement declaration charter constitution clause manifesto",
    "platform transcript transcripts email emails e-mail e-mails mail message messages text tweet",
    "tweets post posts posting blog release caption video clip ad advertisement ads spot banner",
    "sign signs placard headline note notes diary slogan motto song lyrics chant analysis review",
    "audit assessment finding findings data figures communique cable cables script speech remarks",
    "comments testimony answer response reply page website notice guidelines rules policy",
    "proposal words plan proclamation leaflet flyer brochure plaque inscription label letterhead",
    "shirt hat",
)

# Words before a role that are part of it.
MODIFIERS = _set(
    "former ex senior deputy vice prime foreign acting interim assistant associate top chief",
    "press attorney national general executive managing campaign current retired late then",
    "longtime veteran military intelligence government administration opposition state federal",
    "local presidential congressional parliamentary gubernatorial senate white house police human",
    "rights political security defense defence interior finance justice health education trade",
    "labor labour energy environment policy media communications legal financial research",
    "outgoing incoming independent ruling leading prominent first second third under unnamed",
    "anonymous republican democratic conservative liberal socialist communist",
)

# Kinds of body and thing: a run of capitals that holds one names no person.
BODIES = GROUPS | _set(
    "academy act action adventure administration airlines airport airways america american",
    "amendment app arena army association avenue awards bank bay beach bill boulevard bridge",
    "bureau cable camp cartel castle cathedral caucus cemetery central channel charter city code",
    "college conference constitution convention corp corps cup day deal democrats digital",
    "district empire exchange expo factory fair federation festival film fleet floor force fund",
    "gallery games gardens global hall health hearing heights high hill home hotel house inc",
    "industries initiative international island islands journal kingdom labs lake law league",
    "liberation library limited llc ltd mall march mountain mountains museum national nations",
    "news observatory ocean olympics opera orchestra organization palace park parks patrol",
    "peninsula pentagon plan plaza port post prison prize program project radio railway records",
    "report republic research review revolution river road room sea series service services show",
    "square stadium standard star states store street studio studios summit super systems",
    "telegraph television temple terminal territory theater theatre times today tonight tower",
    "towers town trade treaty tribune trust tv union united valley village wall war watch week",
    "weekly world zone cnn bbc nbc abc cbs fox msnbc npr afp reuters facebook twitter google",
    "bloomberg politico agenda families republicans conservatives liberals",
)

# Parts of the names of places: with one before it a word is no surname ("New York").
PLACE_WORDS = _set(
    "new north south east west northern southern eastern western central upper lower great",
    "greater san santa los las saint st port fort mount lake cape el rio latin middle",
)

PARTICLES = _set(
    "de del della di da do dos das du des la le las los el al bin ibn bint ben van von der den",
    "ter ten zu y e of",
)
LINKS = _set("of for on the and")  # inside names of bodies
SUFFIXES = _set("jr sr ii iii iv v md phd esq")

# Words that open sentences or headings and dates: no name by their capital alone.
NOT_NAMES = _set(
    # what opens sentences in other languages
    "segun selon laut secondo segundo pour dans avec para por con nach mit bei il elle ella er sie",
    "wir nous vous nosotros ellos ils elles quando cuando quand wenn aber mais pero",
    "a an the this that these those such some any no every each all both either neither many much",
    "most more few several other another one two three four five six seven eight nine ten eleven",
    "twelve twenty thirty hundreds thousands millions i you he she it we they me him her us them",
    "my your his its our their mine ours theirs who whom whose which what when where why how if",
    "unless until while whilst whereas because since although though as at by for from in into of",
    "off on onto out over to up down with within without under above after before behind below",
    "beneath beside besides between beyond during except inside near through throughout toward",
    "towards upon against along amid among amongst around about across and but or nor so yet then",
    "than thus hence also however moreover furthermore meanwhile nevertheless nonetheless",
    "otherwise therefore instead indeed still even just only again always never often sometimes",
    "soon later earlier once here there now today yesterday tomorrow tonight recently lately",
    "finally first second third last next is are was were be been being am has have had having do",
    "does did done can could may might must shall should will would not don't isn't doesn't",
    "didn't can't won't wouldn't couldn't shouldn't i'm i've i'll i'd you're you've you'll it's",
    "that's there's he's she's we're we've we'll they're they've let's let what's who's here's",
    "how's where's ok okay yes oh well please thank thanks hello hi dear sorry sure right perhaps",
    "maybe probably clearly obviously apparently actually according asked despite given following",
    "due like unlike per via plus versus vs etc old new good bad big small great long short high",
    "low early late young own same different critics experts officials analysts people men women",
    "others police authorities nobody somebody everyone everybody someone anyone nothing",
    "something anything everything whatever whoever whether regardless rather quite very too",
    "almost nearly monday tuesday wednesday thursday friday saturday sunday january february",
    "march april june july august september october november december jan feb mar apr jun jul aug",
    "sep sept oct nov dec mon tue wed thu fri sat sun spring summer autumn fall winter gmt est",
    "edt pst pdt utc pm read see watch click follow share source link photo video image related",
    "posts updated published editor's note advertisement continue reading get take make made look",
    "come go went say says said tell told ask add added think know want need keep put call called",
    "try use used part part-time half dozens scores total currently additionally similarly",
    "conversely consequently ultimately eventually initially originally previously subsequently",
    "specifically especially particularly generally typically usually unfortunately fortunately",
    "conclusion introduction background overview summary update breaking exclusive opinion",
    "analysis further speaking losing using including regarding concerning considering",
)

MALE = _set(
    "mr sir lord father brother king prince emperor sultan emir pope congressman chairman",
    "spokesman councilman businessman fisherman policeman gunman husband son uncle grandfather",
    "man boy actor herr monsieur senor don imam rabbi cardinal archbishop bishop he him his",
    "himself priest",
)
FEMALE = _set(
    "mrs ms miss dame lady sister queen princess congresswoman chairwoman spokeswoman",
    "councilwoman businesswoman policewoman wife daughter aunt grandmother mother woman girl",
    "actress frau madame senora dona nun she her hers herself widow",
)

GIVEN_MALE = _set(
    "aaron abdul abdullah abraham adam adrian ahmed alan albert alberto alejandro alex alexander",
    "alexei alfred ali andre andreas andrei andres andrew angel anthony antonio antony arthur",
    "barack ben benjamin bernard bernie bill bob boris brad bradley brandon brian bruce carl",
    "carlos charles charlie chris christian christopher chuck craig dan daniel danny dave david",
    "dean dennis diego dmitry don donald doug douglas ed edgar eduardo edward emmanuel enrique",
    "eric erik ernest eugene evan felipe felix fernando francisco francois frank fred frederick",
    "gabriel gary george gerald giovanni glenn gordon greg gregory guillermo gustavo hans harold",
    "harry hassan henry hugo hussein ian igor ibrahim isaac ivan jack jacob jaime jake james",
    "jamie jan jared jason javier jay jean jeff jeffrey jeremy jerry jesse jesus jim jimmy joe",
    "joel john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karim",
    "karl keith ken kenneth kevin klaus kurt kyle larry lars lawrence lee leo leon leonard lewis",
    "lindsey louis luc luca luis luke marc marcel marco marcus mario mark martin matt matthew",
    "mauricio max mehdi michael michel miguel mike mikhail mitch mohamed mohammad mohammed",
    "muhammad nathan neil nicholas nick nicolas nigel noah oliver omar oscar pablo pat patrick",
    "paul pedro pete peter phil philip pierre rafael ralph ramon randy raul ray raymond reza",
    "ricardo richard rick rob robert roberto rodrigo roger roland ron ronald ross roy rudy",
    "russell ryan said sam samuel scott sean sebastian sergei sergey sergio seth simon stefan",
    "stephen steve steven stuart ted terry theodore thomas tim timothy toby todd tom tommy tony",
    "travis tyler victor vincent vladimir vitaly walter warren wayne will william wolfgang xavier",
    "yuri yusuf zachary",
)
GIVEN_FEMALE = _set(
    "abigail adriana aisha alexandra alice alicia alison allison amanda amber amy ana andrea",
    "angela anita ann anna anne annie april ashley ayesha barbara beatriz beth betty beverly",
    "bonnie brenda brittany camila carla carly carmen carol carolina caroline carolyn catherine",
    "cecilia charlotte chelsea cheryl christina christine cindy claire clara claudia connie",
    "courtney cristina cynthia daniela danielle dawn debbie deborah debra denise diana diane",
    "dianne donna doris dorothy elena elise elizabeth ellen emily emma erica erin eva evelyn",
    "fatima felicia fiona florence frances gabriela gail gina gloria grace hannah heather heidi",
    "helen hillary holly irene iris isabel isabella ivanka jacqueline jane janet janice jasmine",
    "jean jennifer jessica jill joan joanna josephine joyce juanita judith judy julia julie june",
    "kamala karen karine kate katherine kathleen kathryn kathy katie kelly kim kimberly kirsten",
    "kristen laura lauren leah leila linda lisa liz lori louise lucia lucy lynn madeleine",
    "margaret maria mariana marie marilyn marine marta martha mary maya megan melania melissa",
    "michelle miriam molly monica nadia nancy naomi natalia natalie nicole nikki nina nora norma",
    "olga olivia pamela patricia paula penelope phyllis priscilla rachel rebecca regina renee",
    "rita roberta robin rosa rose ruth sabrina sally samantha sandra sara sarah sharon sheila",
    "sherry shirley silvia sofia sonia sophia stephanie sue susan susana suzanne svetlana sylvia",
    "tamara tammy tanya teresa theresa tiffany tina ursula valeria valerie vanessa vera veronica",
    "victoria virginia wanda wendy yvonne zoe",
)
