import type { Axis, Mark, Spec } from "vega";

/**
 * What is drawn, with words for those who don't see it. Positions are floats: nothing is computed from them.
 */
export interface Picture {
  readonly title: string;
  /** What the picture shows, in sentences. */
  readonly description: string;
  readonly spec: Spec;
  /** What it shows, as a table. */
  readonly table?: Table;
}

/** Values by column. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How axes look. */
export const AXIS = { gridColor: "#eee", labelFontSize: 11, titleFontSize: 12 };

/** A legend below, a line for each name. */
export const LEGEND_BELOW = { orient: "bottom", direction: "vertical", labelLimit: 0 } as const;

/** Axes of the scales x and y with these titles, and lines across from y. */
export function axesOf(x: string, y: string, ofY: Partial<Axis> = {}): Axis[] {
  return [
    { ...AXIS, scale: "x", orient: "bottom", title: x },
    { ...AXIS, scale: "y", orient: "left", title: y, grid: true, ...ofY },
  ];
}

/** A text for each of the data, in the middle of the band that one of its fields names. */
export function textsOver(data: string, band: string, y: object, text: object): Mark {
  const x = { scale: "x", field: band, band: 0.5 };
  const enter = { x, y, align: { value: "center" }, fontSize: { value: 11 }, text };
  return { type: "text", from: { data }, encode: { enter } } as Mark;
}

/**
 * Colours that people with any colour vision tell apart (Okabe and Ito 2008), those that are dark enough on
 * white.
 */
export const COLOURS = {
  blue: "#0072b2",
  vermilion: "#d55e00",
  green: "#009e73",
  purple: "#cc79a7",
  black: "#000000",
  grey: "#767676",
} as const;

/**
 * An SVG drawn by Vega without a browser. It has a title and a description, and a white ground, so that it is
 * the same on a dark page.
 */
export function svgOf(picture: Picture): Promise<string> {
  return drawn({ ...picture, spec: withMarks(picture.spec, plain) });
}

/**
 * The same as {@link svgOf}, where each mark that has a description has it as a title, which browsers show,
 * and the class `told`.
 */
export async function toldSvgOf(picture: Picture): Promise<string> {
  const svg = await drawn({ ...picture, spec: withMarks(picture.spec, shown) });
  return svg.replace(
    /<(path|rect) aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="[^"]*"([^>]*?)(?:\/>|><\/\1>)/g,
    (_, tag: string, words: string, rest: string) =>
      `<${tag} class="told"${rest}><title>${words}</title></${tag}>`,
  );
}

/** A part of a picture with all marks below it changed. */
function withMarks<Part extends object>(part: Part, change: (mark: Mark) => Mark): Part {
  if (!("marks" in part) || !Array.isArray(part.marks)) return part;
  const marks = (part.marks as readonly Mark[]).map((mark) => change(withMarks(mark, change)));
  return { ...part, marks };
}

/** A mark whose description is heard; those without one, and without marks within, are not told of. */
function shown(mark: Mark): Mark {
  if (mark.encode?.enter?.description !== undefined) return { ...mark, aria: true };
  return mark.type === "group" ? mark : { ...mark, aria: false };
}

/** A mark without a description. */
function plain(mark: Mark): Mark {
  const { encode } = mark;
  if (encode?.enter?.description === undefined) return mark;
  const enter = Object.fromEntries(Object.entries(encode.enter).filter(([name]) => name !== "description"));
  return { ...mark, encode: { ...encode, enter } };
}

async function drawn({ title, description, spec }: Picture): Promise<string> {
  const { Error: errorsOnly, View, parse } = await import("vega");
  const { expressionInterpreter: expr } = await import("vega-interpreter");
  const whole: Spec = { padding: 8, background: "white", ...spec };
  // A page lets nothing make functions of texts, as Vega does unless expressions are interpreted.
  const flow = parse(whole, undefined, { ast: true });
  const svg = await new View(flow, { renderer: "none", logLevel: errorsOnly, expr }).toSVG();
  const words = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
  return svg.replace(/^(<svg [^>]*)>/, (_, start: string) => `${start} role="img">${words}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
