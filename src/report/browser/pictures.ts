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
    const marks = [...plot.querySelectorAll<SVGElement>(VALUES)];
    let current = -1;
    const show = (index: number): void => {
      marks[current]?.classList.remove("current");
      current = index;
      const mark = marks[current];
      mark?.classList.add("current");
      told.textContent = mark?.querySelector("title")?.textContent ?? null;
    };
    plot.addEventListener("pointerover", ({ target }) => {
      const mark = target instanceof Element ? target.closest<SVGElement>(VALUES) : null;
      if (mark !== null) show(marks.indexOf(mark));
    });
    plot.addEventListener("keydown", (event) => {
      const step = STEPS.get(event.key);
      if (step === undefined || marks.length === 0) return;
      event.preventDefault();
      show((Math.max(current, step < 0 ? 0 : -1) + step + marks.length) % marks.length);
      marks[current]?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);
