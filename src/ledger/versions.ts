// The versions of the text that editors read, kept once each under the name that their own content gives them.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { LedgerFiles } from './files.ts';

/** SHA-256 of the one text (see text/one.ts) in UTF-8, as 64 hexadecimal digits. */
export const textVersion = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Where a version is kept, relative to the folder that holds `.seedmark/`. */
export const versionPath = (version: string): string => `.seedmark/texts/${version}.txt`;

/** The text of a version, or undefined where it is not kept or is no longer what its name says. */
export async function readVersion(files: LedgerFiles, version: string): Promise<string | undefined> {
  try {
    const text = (await files.read(versionPath(version))).replaceAll('\r\n', '\n');
    return textVersion(text) === version ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text that an editor is deciding about, unless it is kept already. Rejects where it cannot be written. */
export async function keepVersion(files: LedgerFiles, text: string): Promise<string> {
  const version = textVersion(text);
  if ((await readVersion(files, version)) === undefined) await files.write(versionPath(version), text);
  return version;
}
