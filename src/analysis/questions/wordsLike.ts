/** Finds any of the words, which are parted by white space and may be patterns, wherever one begins. */
export const wordsLike = (list: string): RegExp => new RegExp(`\\b(?:${list.trim().split(/\s+/).join('|')})\\b`, 'iu');
