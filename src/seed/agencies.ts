/** The usual names of the news agencies, by the slugs and names that datelines and front matter use, in lower case. */
const NAMES = new Map<string, string>();

const AGENCIES =
  'TASS=ITAR-TASS; Reuters=Thomson Reuters; AP=Associated Press=The Associated Press; AFP=Agence France-Presse; Xinhua; dpa; ' +
  'Interfax; RIA Novosti=RIA; Sputnik; Anadolu=AA=Anadolu Agency; Kyodo=Kyodo News; Jiji=Jiji Press; PTI=Press Trust of India; ' +
  'ANI; IANS; UNI; EFE; ANSA; Yonhap; Bloomberg; UPI=United Press International; PA=PA Media=Press Association; AAP; ' +
  'CP=The Canadian Press=Canadian Press; APA; Keystone-SDA=SDA; ANP; Belga; Lusa; Europa Press; TT; NTB; Ritzau; STT; BNS; LETA; ELTA; ' +
  'PAP; CTK; TASR; MTI; Hina; STA; Tanjug; Beta; FENA; MIA; BTA; Agerpres; ANA; CNA; Ukrinform; UNIAN; BelTA; Kazinform; ' +
  'Trend; Azertac; Armenpress; IRNA; ISNA; KUNA; WAM; SPA; QNA; BNA; Petra; SANA; INA; MENA; MAP; TAP; APS; NAN; SAnews; ' +
  'Bernama; Antara; VNA; TNA; PNA; KCNA; APP; BSS; UNB; Adaderana; Notimex; Telam; Agencia Brasil; Prensa Latina; Fides; IPS';

for (const entry of AGENCIES.split('; ')) {
  const [name, ...others] = entry.split('=') as [string, ...string[]];
  for (const written of [name, ...others]) NAMES.set(written.toLowerCase(), name);
}

/** The usual name of an agency as a dateline gives it; an agency that is not known keeps the name as written. */
export const agencyName = (written: string): string => NAMES.get(written.toLowerCase()) ?? written;

export const isKnownAgency = (written: string): boolean => NAMES.has(written.toLowerCase());
