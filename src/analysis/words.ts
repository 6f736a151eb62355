// The small closed classes of English that several readers of a passage ask for. All in lower case, with "'" for an apostrophe.

/** The words of a list, parted by white space. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const ARTICLES = wordSet('the a an');

/** Words that open a noun phrase, pronouns apart. */
export const DETERMINERS = wordSet(`the a an this that these those another some any each every either neither no
  both all several many few most more my your his her its our their such`);

export const POSSESSIVES = wordSet('my your his her its our their whose');

/** Pronouns that can be a subject. */
export const SUBJECT_PRONOUNS = wordSet(
  'i you he she it we they one everyone everybody nobody someone somebody anyone',
);

export const PREPOSITIONS = wordSet(`about above across after against along amid among around as at before behind below
  beneath beside besides between beyond by concerning despite down during except following for from in inside into
  like near of off on onto out outside over past per regarding since through throughout to toward towards under until
  unlike up upon via with within without amidst alongside`);

export const COORDINATORS = wordSet('and or but nor yet');

/** Words that open a subordinate clause. */
export const SUBORDINATORS =
  wordSet(`that which who whom whose when whenever where whereas wherever while whilst because
  although though unless until since if whether after before as once so than lest why how what`);

/** Forms of "be", "have" and "do", and the modals. */
export const AUXILIARIES = wordSet(`is are was were be been being am has have had having do does did done will would can
  could may might must shall should cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
  wouldn't can't couldn't mightn't mustn't shan't shouldn't ain't 's 're 've 'll 'd 'm`);

export const MODALS = wordSet(`will would can could may might must shall should cannot won't wouldn't can't couldn't
  shouldn't 'll`);

export const WEEKDAYS =
  wordSet(`monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur.
  thurs. fri. sat. sun.`);

export const MONTHS =
  wordSet(`january february march april may june july august september october november december jan.
  feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb aug sep sept oct nov dec`);

/** Words of time that stand by themselves: "yesterday". */
export const TIME_WORDS = wordSet('today yesterday tomorrow tonight now then later earlier recently overnight');

/** Common verb forms that are seldom anything else: a sign that words form a clause. Regular pasts are told by their ending. */
export const FINITE_VERBS =
  wordSet(`died fled used went came took made got left found began became fell rose held won lost led ran told
  said gave grew knew kept met paid sent sold sought spent stood taught thought threw understood wore wrote broke brought
  built bought caught chose cut dealt drew drove ate felt fought flew forgot froze hit hung hurt laid lay lent lit
  put quit read rode rang saw set shook shot shut sang sat slept spoke stole struck swore swept swam woke wound bore
  blew beat bent bet bit bound burst heard hid shown seen goes comes takes makes gets finds begins becomes gives grows
  knows keeps meets pays sends sells seeks spends stands thinks throws wants needs seems appears remains continues
  includes allows says tells believes hopes expects plans involves requires contains exists lies shows means proves
  faces wants feels looks hopes go come take make get find become give know want need think seem remain include allow
  say believe hope expect require mean feel look see happen happens lets let works live lives`);

/** Verb-like by its form alone. Capitalised words are not. */
export function looksFinite(lower: string): boolean {
  return (
    AUXILIARIES.has(lower) ||
    FINITE_VERBS.has(lower) ||
    (lower.length > 4 && lower.endsWith('ed')) ||
    lower.endsWith("n't")
  );
}
