import { Presets, SingleBar } from "cli-progress";
import { streams } from "./streams.js";
import { visible } from "./visible.js";

const APPEARS_AFTER = 1000;

/** Before this share is done, what is left can't be told. */
const LEAST_SHARE = 0.03;

/**
 * Progress on stderr for work that takes more than a second; shorter work shows nothing. Where stderr is not
 * a terminal, it writes a line every ten seconds.
 */
export class ProgressBar {
  private readonly bar: SingleBar;
  private readonly started = Date.now();
  private shown = false;
  private stopped = false;

  /**
   * @param what the work, in a few words.
   * @param measure how far the work is, in placeholders of cli-progress.
   */
  constructor(what: string, measure = "{bar} {percentage} % · {time}") {
    this.bar = new SingleBar(
      {
        format: `${what} ${measure}{detail}`,
        stream: streams().stderr,
        noTTYOutput: true,
        notTTYSchedule: 10_000,
        hideCursor: true,
        clearOnComplete: true,
        barsize: 12,
      },
      Presets.shades_grey,
    );
  }

  /** Shows how far the work is. */
  update(done: number, total: number, detail = ""): void {
    if (this.stopped) return;
    if (!this.shown) {
      if (Date.now() - this.started < APPEARS_AFTER) return;
      this.shown = true;
      this.bar.start(total > 0 ? total : 1, done, this.#told(done, total, detail));
    }
    this.bar.setTotal(total > 0 ? total : 1);
    this.bar.update(Math.min(done, total), this.#told(done, total, detail));
  }

  /** The time that has passed, and what is left if the rest goes on as it did so far. */
  #told(done: number, total: number, detail: string): { time: string; detail: string } {
    const passed = (Date.now() - this.started) / 1000;
    const left = (passed * (total - done)) / done;
    const estimate = done / total >= LEAST_SHARE ? `, ${Math.ceil(left)} s left` : "";
    return {
      time: `${Math.trunc(passed)} s${estimate}`,
      detail: detail === "" ? "" : ` · ${visible(detail)}`,
    };
  }

  /** Removes the bar. */
  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    if (this.shown) this.bar.stop();
  }
}

/** Shows a bar while work goes on, and gives the work's result. */
export type Shown = <Result>(work: (hear: Hear) => Promise<Result>) => Promise<Result>;

/** Receives how far the work is. `detail` says what is being done, if the work has several parts. */
export type Hear = (done: number, total: number, detail?: string) => void;

/** Hears how far one part of the work is, by the name of the part. */
export function phasesOf(hear: Hear): (name: string) => (done: number, total: number) => void {
  return (name) => (done, total) => {
    hear(done, total, name);
  };
}

/** A bar for work that says how far it is. */
export function measured(what: string): Shown {
  return async (work) => {
    const bar = new ProgressBar(what);
    try {
      return await work((done, total, detail) => {
        bar.update(done, total, detail);
      });
    } finally {
      bar.stop();
    }
  };
}

/** A bar for work that can't say how far it is; it shows the seconds that have passed, and what was said. */
export function waiting(what: string): Shown {
  return async (work) => {
    const bar = new ProgressBar(what, "… {time}");
    let said: string | undefined;
    const timer = setInterval(() => {
      bar.update(0, 1, said);
    }, APPEARS_AFTER);
    try {
      return await work((done, total, detail) => {
        said = detail;
        if (done === total) bar.stop();
      });
    } finally {
      clearInterval(timer);
      bar.stop();
    }
  };
}
