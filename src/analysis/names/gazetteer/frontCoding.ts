// Front coding: of each word of a sorted list, how many letters it shares with the word before, then the rest.
// Witten, Moffat, Bell: Managing Gigabytes, 2nd edition (1999), section 4.1.

/** "A" stands for none shared, "Z" for 25: in lower-case words a capital is always a count, and so parts them too. */
const NONE = 65;
const MOST = 25;

/** @param words in lower case. What comes out of `unpack` is the same words, sorted, each once. */
export function pack(words: readonly string[]): string {
  let before = '';
  let packed = '';
  for (const word of [...new Set(words)].sort()) {
    let shared = 0;
    while (shared < MOST && shared < before.length && before[shared] === word[shared]) shared++;
    packed += String.fromCharCode(NONE + shared) + word.slice(shared);
    before = word;
  }
  return packed;
}

export function unpack(packed: string): string[] {
  let before = '';
  return (packed.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    before = before.slice(0, part.charCodeAt(0) - NONE) + part.slice(1);
    return before;
  });
}
