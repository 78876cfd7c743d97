import { once } from "node:events";
import type { MessagePort } from "node:worker_threads";
import type { Streams } from "../terminal/streams.js";

/** A part of what a job prints, while it works: its bytes move to the thread that writes them. */
export interface Said {
  readonly to: keyof Streams;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Has bytes written, and waits as long as much that was said before is not. For results that are too long
 * to be held; all others are returned.
 */
export type Say = (to: Said["to"], bytes: Said["bytes"]) => Promise<void>;

/** How many parts may be on their way. */
const MOST_AHEAD = 4;

/** The side of the thread that works. */
export class Speaker {
  #ahead = 0;

  constructor(private readonly port: MessagePort) {
    // Each answer says that a part is written.
    port.on("message", () => {
      this.#ahead -= 1;
    });
  }

  readonly say: Say = async (to, bytes) => {
    this.#ahead += 1;
    this.port.postMessage({ to, bytes } satisfies Said, [bytes.buffer]);
    await this.#until(MOST_AHEAD);
  };

  /** Waits until all is written. */
  async finish(): Promise<void> {
    await this.#until(0);
  }

  async #until(most: number): Promise<void> {
    while (this.#ahead > most) await once(this.port, "message");
  }
}

/** The side that writes: it answers when the stream has taken the part. */
export function written({ to, bytes }: Said, streams: Streams, port: MessagePort): void {
  streams[to].write(bytes, () => {
    port.postMessage(to);
  });
}
