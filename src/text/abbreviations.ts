/**
 * What stands after an abbreviation, which tells whether its full stop may end a sentence:
 * `name` a name ("Gen. Lorin"), so never; `number` a number ("No. 7") or it is no abbreviation;
 * `word` anything, so only a typical first word begins a sentence ("Inc. The"); `end` whatever is capitalised begins one.
 */
export type AbbreviationUse = 'name' | 'number' | 'word' | 'end';

const LISTS: Readonly<Record<AbbreviationUse, string>> = {
  name:
    'Adm Amb Atty Brig Br Capt Cdr Cmdr Cmdt Col Cpl Det Dr Fr Gen Gov Hon Insp Lt Maj Messrs Mgr Mlle Mme Mr Mrs Ms ' +
    'Msgr Mt Mx Ofc Pfc Pres Prof Pte Pvt Rep Reps Rev Sen Sens Sgt Ste Supt vs viz cf',
  number: 'Art Arts Fig Figs No Nos Vol Vols art ch fig no nos p par para pp sec vol Sec',
  word:
    'Assn Ave Blvd Bros Co Corp Dept Dist Esq Ft Govt Hwy Inc Intl Jr Ltd Natl Ph Pty Rd Sq Sr St Univ ' +
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri ' +
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa ' +
    'Que Tenn Tex Va Vt Wash Wis Wyo approx ca dept est govt incl sq tel',
  end: 'al etc',
};

const USES = new Map<string, AbbreviationUse>();
for (const [use, list] of Object.entries(LISTS)) {
  for (const written of list.split(' ')) USES.set(written, use as AbbreviationUse);
}

const LONGEST = 6;

/** The use of a word written without its full stop, "Gen" or "GEN"; undefined for a word that is no abbreviation. */
export function abbreviationUse(written: string): AbbreviationUse | undefined {
  if (written.length > LONGEST) return undefined;
  return USES.get(written) ?? USES.get(written.charAt(0) + written.slice(1).toLowerCase());
}
