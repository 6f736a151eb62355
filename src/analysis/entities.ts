import type { Head } from '../seed/head.ts';
import type { NameFound } from './names.ts';
import type { Entity } from './types.ts';

/** Joins a document's names into entities: one kind for one name, surnames with full names, short forms with long ones. */
export function joinEntities(_text: string, _head: Head, _names: readonly NameFound[]): Entity[] {
  return [];
}
