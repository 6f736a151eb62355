// The words that report speech: which verbs do, in which forms, and what each can be followed by.

/**
 * What a cue verb takes for its content.
 * - `any`: whatever stands there ("said")
 * - `clause`: a clause or a quotation ("noted that …")
 * - `told`: someone spoken to first, then a clause ("told reporters that …")
 * - `matter`: a clause, a quotation or a noun phrase ("announced a ceasefire")
 * - `object`: a noun phrase or an infinitive alone ("criticised the plan", "pledged to …")
 * - `voice`: a quotation alone ("shouted")
 * - `text`: as `any`, where what speaks is a text ("the statement read")
 */
export type CueTakes = 'any' | 'clause' | 'told' | 'matter' | 'object' | 'voice' | 'text';

export type CueForm = 'base' | 'present' | 'past' | 'ing';

export interface CueVerb {
  readonly lemma: string;
  readonly takes: CueTakes;
  /** A word that must follow ("point out"), and belongs to the cue. */
  readonly particle?: string;
}

export interface Cue {
  readonly form: CueForm;
  readonly verbs: readonly CueVerb[];
}

const VERBS: Readonly<Record<CueTakes, string>> = {
  any: 'say',
  clause: `add note state explain insist stress argue claim acknowledge admit concede conclude remark observe comment
    reply respond emphasize emphasise underline underscore reiterate maintain contend assert allege opine quip joke
    retort recall recount lament complain boast brag point_out caution warn counter agree stipulate specify clarify
    elaborate testify surmise muse posit hint mention point_up write tweet post blog text email
    repeat highlight affirm reaffirm attest proclaim interject fume gush marvel speculate conjecture estimate
    calculate find show reckon wonder bemoan fret vow swear pledge theorize theorise rejoin moan grumble gripe
    go_on_to_say disclose confide divulge imply intimate indicate signal suggest confess advise
    advocate plead assure chide scoff sneer venture ask`,
  told: 'tell inform assure remind notify reassure caution warn advise promise persuade brief',
  matter: `announce deny predict promise suggest propose report reveal confirm declare demand recommend forecast
    disclose pledge vow acknowledge admit concede highlight stress emphasise emphasize cite mention recall recount
    claim advocate lament warn_of warn_against warn_about complain_about complain_of call_for call_on point_to speak_of
    speak_about ask_for ask_about insist_on agree_with boast_of boast_about respond_to refute rebut reject dismiss
    dispute question explain describe reiterate repeat outline threaten quote rule_out
    caution_against joke_about lament hail write_about promote tout urge`,
  object: `call describe criticise criticize denounce condemn accuse urge blast ask term dub label brand slam decry
    implore beg refuse call_upon appeal_for appeal_to vow pledge promise threaten
    praise commend applaud chastise rebuke ridicule`,
  voice: `continue begin exclaim shout yell scream cry whisper mutter chant sigh laugh joke chuckle snap bark declare
    sing shoot_back fire_back quip interrupt conclude answer ask start urge implore beg offer joke finish tell summarise
    summarize put_it`,
  text: 'read',
};

const IRREGULAR_PAST: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  swear: ['swore', 'sworn'],
  speak: ['spoke', 'spoken'],
  begin: ['began', 'begun'],
  read: ['read'],
  sing: ['sang', 'sung'],
  put: ['put'],
  go: ['went', 'gone'],
  shoot: ['shot'],
  mean: ['meant'],
  forecast: ['forecast', 'forecasted'],
  find: ['found'],
  show: ['showed', 'shown'],
};

const DOUBLED = new Set([
  'admit',
  'quip',
  'blog',
  'refer',
  'concur',
  'put',
  'begin',
  'snap',
  'brag',
  'beg',
  'slam',
  'chat',
  'hint_',
]);

function presentOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|go)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function pastOf(verb: string): readonly string[] {
  const irregular = IRREGULAR_PAST[verb];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
  if (verb.endsWith('e')) return [`${verb}d`];
  return [DOUBLED.has(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`];
}

function ingOf(verb: string): string {
  if (DOUBLED.has(verb)) return `${verb}${verb.slice(-1)}ing`;
  return verb.endsWith('e') && !verb.endsWith('ee') ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

function buildCues(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, { form: CueForm; verbs: CueVerb[] }>();
  const put = (word: string, form: CueForm, verb: CueVerb) => {
    const cue = cues.get(word);
    if (cue === undefined) cues.set(word, { form, verbs: [verb] });
    else cue.verbs.push(verb);
  };
  for (const [takes, list] of Object.entries(VERBS) as [CueTakes, string][]) {
    for (const entry of list.trim().split(/\s+/)) {
      const [lemma = entry, ...rest] = entry.split('_');
      const verb: CueVerb = rest.length === 0 ? { lemma, takes } : { lemma, takes, particle: rest.join(' ') };
      for (const past of pastOf(lemma)) put(past, 'past', verb);
      put(presentOf(lemma), 'present', verb);
      put(ingOf(lemma), 'ing', verb);
      if (!pastOf(lemma).includes(lemma)) put(lemma, 'base', verb);
    }
  }
  return cues;
}

/** The cue verbs by their forms in lower case. */
export const CUES: ReadonlyMap<string, Cue> = buildCues();

/** Verbs that report only of a text or an inquiry: "the study found". */
export const SHOWING: ReadonlySet<string> = new Set(['find', 'show']);

/** Verbs that say that something is not so. */
export const DENYING: ReadonlySet<string> = new Set('deny reject dismiss refute rebut dispute rule'.split(' '));

/** Nouns for what others said: "denied reports that". */
export const REPORTS: ReadonlySet<string> = new Set(
  'reports report allegations allegation claims claim suggestions suggestion rumours rumors rumour rumor accusations accusation speculation charges'.split(
    ' ',
  ),
);

/** Forms that are as often nouns or plain verbs: cues only with a clear subject and a clear content. */
export const DOUBTFUL_FORMS: ReadonlySet<string> = new Set(
  `claims claim reports report calls call notes note states state promises promise demands demand orders order warning
  warnings reasons reason questions question highlights highlight cries cry comments comment replies reply answers
  answer responds estimates estimate posts post texts text offers offer mentions mention forecasts forecast threatens
  writing reading hints hint signals signal labels label brands brand terms term blasts blast mocks mock continues
  starts start laughs laugh shouts adds marvels recalls recall reads read means mean meaning meant counters counter
  orders ordered refuses disputes dispute quotes quote invited invite telling asking calling reporting leading pledges
  pledge vows vow complaining outlines outline emails email estimated quoted asked ordered thanked`
    .trim()
    .split(/\s+/),
);

/** Nouns for what speaks without being a person: only these can "read". */
export const TEXTS: ReadonlySet<string> = new Set(
  `statement letter report document documents note sign tweet post email message text notice placard banner article
  headline editorial ruling order decree poster caption inscription memo release communique communiqué resolution
  indictment complaint filing affidavit transcript plaque signs`
    .trim()
    .split(/\s+/),
);

/** Nouns for people and bodies that speak: a phrase after them ("for the ministry") belongs to them. */
export const SPEAKER_NOUNS: ReadonlySet<string> = new Set(
  `spokesman spokeswoman spokesperson spokespeople official officials officer officers source sources leader leaders
  member members head director report reports statement poll polls study survey analyst analysts expert experts
  professor president minister ministers chief adviser advisor advisers aide aides secretary chairman chairwoman chair
  governor mayor senator representative representatives ambassador lawyer attorney prosecutor judge economist
  researcher researchers scientist scientists author authors editor manager founder witness witnesses resident
  residents people person man woman men women one some many most those someone voters supporters critics police
  authorities government department ministry agency office company bank university institute center centre group
  coalition council committee board court commission organisation organization association union party campaign
  article letter tweet post email message document documents data figures article story complaint lawsuit memo
  coordinator commander commissioner deputy executive partner fellow student teacher doctor
  nurse activist activists strategist pollster candidate nominee delegate delegates opponent host correspondent
  reporter journalist colleague friend friends family relatives parents mother father brother sister son daughter wife
  husband daughter team inspector detective sheriff captain colonel general major superintendent pastor bishop pope
  king queen prince princess owner operator driver neighbour neighbor farmer trader aides dealer consultant historian`
    .trim()
    .split(/\s+/),
);

/** Nouns for occasions of speech: a phrase with one of them tells where something was said. */
export const OCCASIONS: ReadonlySet<string> = new Set(
  `statement interview interviews conference briefing speech tweet tweets post email letter report news call phone press
  event meeting testimony rally remarks message article hearing address twitter facebook instagram court parliament
  debate ceremony telegram forum summit session release reporters journalists lawmakers phone-in broadcast television
  tv radio program programme blog column memo book video podcast panel brief sidelines conversation exchange filing
  response reply lawsuit affidavit op-ed editorial video fundraiser gathering crowd audience supporters media
  context question show morning night afternoon evening week month year appearance speech stop`.split(/\s+/),
);
