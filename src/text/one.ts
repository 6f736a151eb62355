/** The text that every offset in Seedmark means: without byte order mark, line ends as LF. */
export interface OneText {
  readonly text: string;
  /** The UTF-16 offset in the raw text of an offset in `text`. */
  toRaw(offset: number): number;
}
