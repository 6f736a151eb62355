// Events of older versions of the format, as this version has them. What is on disk stays as it was written.

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Version 1 took back one event, and knew nothing of what stands behind words but the speaker. */
function fromVersion1({ event, ...fields }: Fields): Fields {
  const { target } = fields;
  const { saidBy, ...anchor } = isObject(target) ? target : {};
  return {
    ...fields,
    ...(event === undefined ? {} : { events: [event] }),
    ...(saidBy === undefined ? {} : { target: { ...anchor, behind: { speaker: saidBy } } }),
  };
}

/** By the version they lead away from, from 1. */
const steps: readonly ((fields: Fields) => Fields)[] = [fromVersion1];

/** An event's fields in the newest version. `v` still says which one it was written in. */
export const migrated = (fields: Fields, version: number): Fields =>
  steps.slice(version - 1).reduce((event, step) => step(event), fields);
