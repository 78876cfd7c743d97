import type { Theory } from "./theory.js";

/** What starting Coq and loading the libraries takes, as a length of text that Coq checks in this time. */
const START = 10_000;

/** Into how many batches the work of one process is cut. Fewer leave processes waiting for each other. */
const PARTS = 12;

/**
 * Theories in batches, each for one process, such that `processes` of them end soon if they run at the same
 * time. A batch comes after all batches that it rests on, and a theory after those that it requires.
 *
 * This plays the run through, where a theory takes the time of its length. Whichever process is free takes
 * theories whose requirements have been compiled, or are in its own batch; first those on which the longest
 * chain of others rests. While another process would have to wait for it, a batch ends with its first theory.
 *
 * @param theories each after those that it requires; requirements that aren't among them count as met.
 */
export function batchesOf(theories: readonly Theory[], processes: number): Theory[][] {
  const chains = chainsOn(theories);
  const rest = theories.toSorted((a, b) => (chains.get(b.name) ?? 0) - (chains.get(a.name) ?? 0));
  const listed = new Set(theories.map(({ name }) => name));
  const most = Math.max(START, lengthOf(theories) / (processes * PARTS));
  const free = Array.from({ length: processes }, () => 0);
  const ends = new Map<string, number>();
  const batches: Theory[][] = [];
  while (rest.length > 0) {
    const now = Math.min(...free);
    const process = free.indexOf(now);
    const isMet = (name: string): boolean => !listed.has(name) || (ends.get(name) ?? Infinity) <= now;
    const ready = rest.filter(({ requires }) => requires.every(isMet));
    const othersWait = ready.length === 1 && free.filter((time) => time <= now).length > 1;
    const batch = ready.length === 0 ? [] : othersWait ? ready : nextBatch(rest, isMet, most);
    if (batch.length === 0) {
      free[process] = Math.min(...free.filter((time) => time > now));
      continue;
    }
    const end = now + START + lengthOf(batch);
    for (const theory of batch) {
      ends.set(theory.name, end);
      rest.splice(rest.indexOf(theory), 1);
    }
    free[process] = end;
    batches.push(batch);
  }
  return batches;
}

/** Theories that can be compiled one after the other, until they are long enough. */
function nextBatch(theories: readonly Theory[], isMet: (name: string) => boolean, most: number): Theory[] {
  const batch: Theory[] = [];
  const taken = new Set<string>();
  for (const theory of theories) {
    if (lengthOf(batch) >= most) break;
    if (!theory.requires.every((name) => taken.has(name) || isMet(name))) continue;
    batch.push(theory);
    taken.add(theory.name);
  }
  return batch;
}

/** For each theory, the length of the longest chain of theories from it on, each resting on the last. */
function chainsOn(theories: readonly Theory[]): Map<string, number> {
  const chains = new Map<string, number>();
  const above = new Map<string, number>();
  for (const theory of theories.toReversed()) {
    // Even an empty theory comes before those that rest on it.
    const chain = theory.source.length + 1 + (above.get(theory.name) ?? 0);
    chains.set(theory.name, chain);
    for (const name of theory.requires) above.set(name, Math.max(chain, above.get(name) ?? 0));
  }
  return chains;
}

const lengthOf = (theories: readonly Theory[]): number =>
  theories.reduce((sum, { source }) => sum + source.length, 0);
