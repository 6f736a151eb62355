/** Access to the folder that holds `.seedmark/`. Paths are relative to it, with "/". Every function may reject. */
export interface LedgerFiles {
  /** The paths of all files under `.seedmark/`; none where it does not exist. */
  list(): Promise<readonly string[]>;
  read(path: string): Promise<string>;
  /** Makes the folders on the way; replaces the file where there is one. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
}
