/**
 * Tells below a picture the value of the mark that is pointed at, or that the arrow keys lead to: its title.
 * Marks may come and go; what the one that is told says anew is told anew by `tell`.
 */
export class Marks {
  #current: SVGElement | undefined;

  /**
   * @param plot takes the keys, and has the marks.
   * @param told where the values are told.
   */
  constructor(
    private readonly plot: HTMLElement,
    private readonly told: HTMLElement,
  ) {
    plot.addEventListener("pointerover", ({ target }) => {
      const mark = target instanceof Element ? target.closest<SVGElement>(MARK) : null;
      if (mark !== null) this.#choose(mark);
    });
    plot.addEventListener("keydown", (event) => {
      const step = STEPS.get(event.key);
      const marks = [...this.plot.querySelectorAll<SVGElement>(MARK)];
      if (step === undefined || marks.length === 0) return;
      event.preventDefault();
      const at = this.#current === undefined ? -1 : marks.indexOf(this.#current);
      const mark = marks[(Math.max(at, step < 0 ? 0 : -1) + step + marks.length) % marks.length];
      if (mark === undefined) return;
      this.#choose(mark);
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  /** Tells the value of the mark that was chosen, if one of this picture was the last. */
  tell(): void {
    if (this.#current?.isConnected !== true || !this.#current.classList.contains("current")) return;
    this.told.textContent = this.#current.querySelector("title")?.textContent ?? null;
  }

  #choose(mark: SVGElement): void {
    this.plot.closest("figure")?.querySelector(".current")?.classList.remove("current");
    this.#current = mark;
    mark.classList.add("current");
    this.tell();
  }
}

const MARK = ".mark";

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);
