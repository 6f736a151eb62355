// What a pronoun or a plain noun phrase can stand for: number, gender, and whether a person or a body.
import { wordSet } from '../words.ts';

export type Gender = 'male' | 'female';

/** What a pronoun asks of the one it stands for. */
export interface PronounSense {
  readonly number: 'one' | 'many' | 'either';
  readonly gender?: Gender;
  readonly thing: boolean;
  readonly person: boolean;
}

const HE: PronounSense = { number: 'one', gender: 'male', thing: false, person: true };
const SHE: PronounSense = { number: 'one', gender: 'female', thing: false, person: true };
const IT: PronounSense = { number: 'one', thing: true, person: false };
const THEY: PronounSense = { number: 'many', thing: true, person: true };

const PRONOUNS: Readonly<Record<string, PronounSense>> = {
  he: HE,
  his: HE,
  him: HE,
  himself: HE,
  she: SHE,
  her: SHE,
  herself: SHE,
  it: IT,
  its: IT,
  they: THEY,
  their: THEY,
  them: THEY,
};

/** The sense of a pronoun that points back; undefined for any other word. */
export function pronounSense(word: string): PronounSense | undefined {
  const lower = word.toLowerCase();
  return Object.hasOwn(PRONOUNS, lower) ? PRONOUNS[lower] : undefined;
}

const MALE = wordSet(`mr mister sir lord king prince father son brother husband man boy spokesman chairman policeman
  businessman congressman councilman uncle grandfather fisherman monsignor fr pope emir sheikh sultan duke actor`);
const FEMALE =
  wordSet(`mrs ms miss madam lady queen princess mother daughter sister wife woman girl spokeswoman chairwoman
  policewoman businesswoman congresswoman councilwoman aunt grandmother actress duchess`);

/** The gender that a title or noun shows. */
export function genderOf(word: string): Gender | undefined {
  const lower = word.toLowerCase().replace(/\.$/, '');
  return MALE.has(lower) ? 'male' : FEMALE.has(lower) ? 'female' : undefined;
}

const BODIES =
  wordSet(`ministry department agency office government company bank court council committee commission union
  university institute army military school hospital club city state campaign team precinct station newspaper party group
  association organisation organization federation authority board bureau corporation firm centre center chamber church
  service administration parliament senate house cabinet coalition foundation network paper statement report poll survey
  study letter document article airline embassy mission force navy watchdog regulator operator prosecutor's tribunal
  magazine website channel broadcaster country nation republic kingdom province municipality county district bloc
  alliance league fund society college academy company's post tweet order ruling indictment lawsuit memo complaint`);
const PEOPLE_ENDING =
  /(?:man|woman|person|er|or|ist|ian|ent|ant|ess|ary|eer|chief|head|official|doctor|professor|judge|mayor|aide|coach|guard|boss|expert|critic|member|spouse|friend|candidate|delegate|advocate|pilot|victim|witness|resident|tsar|pope|king|queen|general|captain|colonel|major)$/;

/** Whether a head noun names a body or text that speaks, or else a person. */
export const namesBody = (noun: string): boolean => BODIES.has(noun.toLowerCase());
export const namesPerson = (noun: string): boolean => !namesBody(noun) && PEOPLE_ENDING.test(noun.toLowerCase());

const MANY = wordSet(`police people officials authorities residents critics voters some many most others both men women
  children parents neighbours neighbors sources witnesses few several all media troops`);
const COLLECTIVE_S = /(?:ss|us|is|'s|’s|news|series|politics)$/;

/** Whether a head noun is a plural. */
export function isPlural(noun: string): boolean {
  const lower = noun.toLowerCase();
  return MANY.has(lower) || (lower === noun && lower.length > 3 && lower.endsWith('s') && !COLLECTIVE_S.test(lower));
}

/** Nouns that stand for any person spoken of before: "the official said". */
export const ANY_PERSON =
  wordSet(`official politician leader man woman boy girl minister president spokesman spokeswoman
  spokesperson chief head lawmaker senator governor mayor candidate nominee secretary ambassador envoy diplomat director
  chairman chairwoman lawyer attorney prosecutor judge general commander colonel officer expert analyst professor
  scientist researcher author actor actress singer billionaire businessman mogul executive premier chancellor
  congressman congresswoman representative coach player striker winner activist deputy adviser aide economist investigator
  negotiator commissioner rapporteur ombudsman inspector superintendent sheriff admiral marshal bishop historian physicist
  virologist epidemiologist manager coordinator organiser organizer founder parliamentarian legislator statesman`);

/** Nouns that stand for any body spoken of before: "the agency said". */
export const ANY_BODY = wordSet(`agency company organisation organization group firm body institution party club bank
  university institute association foundation union airline newspaper broadcaster network charity regulator watchdog movement
  think-tank coalition alliance corporation federation`);
