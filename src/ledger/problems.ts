// What is wrong with a line or a file of the ledger, in words for programmers and the command line.
import type { ProblemCause } from './events.ts';

export function causeWords(cause: ProblemCause): string {
  switch (cause.type) {
    case 'empty':
      return 'is empty: it was cut off while it was written';
    case 'cutOff':
      return 'the last line is cut off';
    case 'tooLong':
      return 'longer than a million characters';
    case 'conflict':
      return 'a conflict marker, left by a merge';
    case 'notJson':
      return 'not JSON';
    case 'noEvent':
      return 'not an event: no JSON object';
    case 'tooDeep':
      return 'nested too deeply';
    case 'field':
      return `"${cause.name}" is missing or wrong`;
    case 'unlisted':
      return `cannot be listed: ${cause.reason}`;
    case 'unread':
      return `cannot be read: ${cause.reason}`;
  }
}
