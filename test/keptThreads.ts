import { createRequire } from "node:module";
import type { Piscina } from "piscina";

type Library = typeof Piscina & { Piscina: typeof Piscina };
type Options = ConstructorParameters<typeof Piscina>[0];

const library = createRequire(import.meta.url)("piscina") as Library;

/**
 * Has pools of this process take over the threads of the one before, if they are to have the same, as a run
 * of `verify` does one job after the other in its threads. A thread that starts and loads the program takes
 * many times what most commands do in it.
 *
 * A pool is taken over once it was stopped with no job running: the threads of one that is interrupted end.
 * The program has to be loaded after this, since it names the class of pools when it is loaded.
 */
export function keepThreads(): void {
  // The class is a property of itself, until another takes its place.
  if (library.Piscina === library) Object.defineProperty(library, "Piscina", { value: keeping(library) });
}

/** A pool that was stopped, what it was made with, and what ends its threads. */
interface Spare {
  readonly pool: Piscina;
  readonly made: string;
  readonly end: () => Promise<void>;
}

function keeping(Pool: typeof Piscina): typeof Piscina {
  let spare: Spare | undefined;
  const poolOf = (options: Options): Piscina => {
    const made = JSON.stringify(options);
    if (spare?.made === made) {
      const { pool } = spare;
      spare = undefined;
      return pool;
    }
    const pool = new Pool(options);
    const [run, end] = [pool.run.bind(pool), pool.destroy.bind(pool)];
    let running = 0;
    pool.run = async (...job: Parameters<typeof run>): Promise<unknown> => {
      running += 1;
      try {
        return (await run(...job)) as unknown;
      } finally {
        running -= 1;
      }
    };
    pool.destroy = async () => {
      if (running > 0) return end();
      const before = spare;
      spare = { pool, made, end };
      return before?.end();
    };
    return pool;
  };
  return new Proxy(Pool, { construct: (_, [options]: [Options]) => poolOf(options) });
}
