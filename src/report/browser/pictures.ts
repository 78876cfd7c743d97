/** What in a picture has a value: its title says it. */
const VALUES = ".told, .node, .edge";

/**
 * Shows below a picture the value of the mark that is pointed at, or that the arrow keys lead to. Each mark
 * also has its value as a title, for browsers to show.
 */
export function startPictures(): void {
  for (const figure of document.querySelectorAll("figure")) {
    const plot = figure.querySelector<HTMLElement>(".plot");
    const told = figure.querySelector<HTMLElement>("p.told");
    if (plot === null || told === null) continue;
    // A picture may be drawn anew, so that its marks are others.
    const marks = (): SVGElement[] => [...plot.querySelectorAll<SVGElement>(VALUES)];
    const show = (mark: SVGElement | null | undefined): void => {
      plot.querySelector(".current")?.classList.remove("current");
      mark?.classList.add("current");
      told.textContent = mark?.querySelector("title")?.textContent ?? null;
    };
    plot.addEventListener("pointerover", ({ target }) => {
      const mark = target instanceof Element ? target.closest<SVGElement>(VALUES) : null;
      if (mark !== null) show(mark);
    });
    plot.addEventListener("keydown", (event) => {
      const current = plot.querySelector(".current[href]");
      if (event.key === "Enter" && event.target === plot) {
        current?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
        return;
      }
      const step = STEPS.get(event.key);
      const all = marks();
      if (step === undefined || all.length === 0) return;
      event.preventDefault();
      const at = all.findIndex((mark) => mark.classList.contains("current"));
      const next = all[(Math.max(at, step < 0 ? 0 : -1) + step + all.length) % all.length];
      show(next);
      next?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);
