// Words that stand beside a name and tell of what kind it is.

/** What people do: the verb after a name. */
export const SPEAKING =
  'said|says|told|tells|added|adds|stated|explained|noted|stressed|emphasised|emphasized|insisted|argued|claimed|wrote|recalled|tweeted|asked|replied|admitted|acknowledged|confirmed|denied|pointed|urged|warned|believes|thinks|hopes|wants|remembers|recalls|explains|notes|argues|insists|declared|continued|concluded|commented|remarked|highlighted|underlined|reiterated|maintained|testified|smiled|laughed|died|married|resigned|scored|retired|born|thanked|expressed|agreed|suggested|pleaded|who|himself|herself|whose';

/** What people are. */
export const PERSON_NOUNS =
  'leader|president|minister|premier|chancellor|secretary|senator|governor|mayor|ambassador|envoy|commissioner|chairman|chairwoman|chairperson|chair|chief|director|ceo|boss|owner|founder|co-founder|manager|coach|captain|player|striker|midfielder|defender|goalkeeper|winger|batsman|bowler|spokesman|spokeswoman|spokesperson|lawyer|attorney|prosecutor|judge|activist|journalist|reporter|editor|correspondent|photographer|writer|author|novelist|poet|actor|actress|singer|rapper|musician|composer|artist|painter|director|filmmaker|producer|analyst|economist|professor|researcher|scientist|historian|expert|engineer|doctor|teacher|student|resident|farmer|businessman|businesswoman|entrepreneur|politician|lawmaker|candidate|incumbent|colleague|friend|brother|sister|son|daughter|father|mother|wife|husband|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|widow|partner|girlfriend|boyfriend|victim|suspect|defendant|soldier|officer|general|commander|king|queen|prince|princess|pastor|bishop|rabbi|imam|champion|winner|legend|star|comrade|dictator|counterpart|predecessor|successor|deputy|aide|adviser|advisor|driver|pilot|designer|chef|lecturer|curator|comedian|model|named|called';

/** What organisations are. */
export const ORGANISATION_NOUNS =
  'organisation|organization|organisations|organizations|group|movement|party|company|firm|agency|newspaper|channel|network|association|union|club|team|website|magazine|bank|militia|militants|fighters|rebels|faction|coalition|alliance|foundation|platform|startup|start-up|corporation|conglomerate|manufacturer|airline|retailer|supplier|carmaker|giant|brand|broadcaster|daily|weekly|portal|ngo|charity|institute|think-tank|operator|developer|maker|chain|subsidiary|lender|insurer|publisher|outlet|app|band|duo|label|side|outfit|watchdog|regulator|body|cartel|gang|consortium';

/** What belongs to an organisation and stands right after its name. */
export const ORGANISATION_FOLLOWERS =
  'members|leader|leaders|spokesman|spokeswoman|spokesperson|headquarters|report|reports|ceo|chairman|shares|employees|staff|executives|executive|board|chief|director|general-secretary|supporters|activists|lawmakers|mps|candidate|candidates|delegation|website|app|users|stock|branch|office|offices|estimates|data|figures|survey|study|correspondent|reporter|statement|coach|squad|fans|players|customers|subscribers|engineers|scheme|guidelines|rules|vehicles|products|phones|chips|factory|plant';

/** What places are. */
export const PLACE_NOUNS =
  'region|regions|province|provinces|district|districts|city|cities|village|villages|town|towns|county|counties|state|island|islands|river|area|areas|coast|border|airport|valley|bay|peninsula|municipality|neighbourhood|neighborhood|suburb|prefecture|territory|capital|upazila|governorate|oblast|port|coastline|basin|mountains|desert|township|community|camp|square|street|road|bridge|beach|lake|market|residents|resident|highway|metro|station|slum';

/** What countries do. */
export const COUNTRY_VERBS =
  'came|borders|exports|imports|ranks|ratified|invaded|annexed|imposed|abstained|lies|sits|hosts|hosted|shares|exported|imported';

/** Places that stand after a country’s name or its people’s. */
export const PLACES_OF_A_COUNTRY =
  'cities|towns|villages|provinces|territory|border|capital|coast|state|mountains|islands|residents|resident|community';

/** Words before a place. */
export const PLACE_BEFORE =
  'in|near|across|throughout|outside|around|into|towards|toward|via|from|at|to|within|inside|leaving|visited|visiting|visit|entered|invaded|northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|mainland|downtown|greater|neighbouring|neighboring|nearby|rural|capital|upstate';

/** Words before a place that seldom stand before anything else. */
export const STRONG_PLACE_BEFORE =
  'in|near|across|throughout|northern|southern|eastern|western|mainland|downtown|neighbouring|neighboring|northeastern|northwestern|southeastern|southwestern|outside';

/** What people have. */
export const KIN =
  'wife|husband|son|daughter|mother|father|brother|sister|lawyer|lawyers|attorney|family|friend|friends|death|body|career|birth|arrest|home|house|supporters|administration|remarks|speech|comments|allies|ally|tenure|cabinet|government|office|deputy|resignation|election|brother-in-law';

/** What places have. */
export const PLACE_OWNED =
  'capital|president|government|economy|parliament|prime|foreign|army|military|ministry|minister|border|borders|territory|people|population|war|invasion|first|largest|biggest|central|national|health|supreme|north|south|east|west|northern|southern|eastern|western|streets|constitution|leaders|embassy|independence|ruling|interior|defence|defense|finance|coast|annexation|sovereignty|oil|gas|exports|imports|opposition|security';

/** What stands after the name of a people. */
export const NATIONAL_PEOPLE =
  'authorities|people|troops|forces|citizens|nationals|soldiers|officials|government|president|parliament|army|military|economy|culture|language|women|men|politicians|diplomats|lawmakers|media|leaders|leader|counterpart|community|communities|population|origin|state|society|law|companies|company|cities|territory|prime|ministry|minister|capital|embassy|ambassador|constitution|opposition|citizen|woman|man|side|delegation|nation|cuisine|public|refugees|migrants|youth|tourists|firms|market|history|journalist|journalists|intelligence|navy|officers|militants|nationalists|rebels|separatists|fighters|born|descent|nationality|heritage|identity|traditions|settlers|minority|towns|villages|currency|airspace|invasion|aggression|occupation';
