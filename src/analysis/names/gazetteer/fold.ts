const MARKS = /\p{M}/gu;

/** A word as the lists have it: lower case, straight apostrophes, no diacritics. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  let ascii = true;
  for (let i = 0; ascii && i < lower.length; i++) ascii = lower.charCodeAt(i) < 128;
  return ascii ? lower : lower.replaceAll('’', "'").normalize('NFD').replace(MARKS, '');
}

export const isAcronym = (name: string): boolean => name === name.toUpperCase();
