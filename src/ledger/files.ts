/** What stands under `.seedmark/`; `unlisted`: folders in it, or itself, that could not be looked into. */
export interface Listing {
  readonly paths: readonly string[];
  readonly unlisted: readonly { readonly folder: string; readonly reason: string }[];
}

/** Access to the folder that holds `.seedmark/`. Paths are relative to it, with "/". Every function may reject. */
export interface LedgerFiles {
  /** The files under `.seedmark/`, as deep as `.seedmark/folder/file`; none where it does not exist. */
  list(): Promise<Listing>;
  read(path: string): Promise<string>;
  /** Makes the folders on the way; replaces the file where there is one. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
}
