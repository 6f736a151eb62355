/** Text that a terminal shows and does not obey: control characters, line ends too, become replacement characters. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');
