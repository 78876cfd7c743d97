import type { Spec } from "vega";

/**
 * What is drawn, with words for those who don't see it. Positions are floats: nothing is computed from them.
 */
export interface Picture {
  readonly title: string;
  /** What the picture shows, in sentences. */
  readonly description: string;
  readonly spec: Spec;
}

/** How axes look. */
export const AXIS = { gridColor: "#eee", labelFontSize: 11, titleFontSize: 12 };

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
export async function svgOf({ title, description, spec }: Picture): Promise<string> {
  const { Error: errorsOnly, View, parse } = await import("vega");
  const whole: Spec = { padding: 8, background: "white", ...spec };
  const svg = await new View(parse(whole), { renderer: "none", logLevel: errorsOnly }).toSVG();
  const words = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
  return svg.replace(/^(<svg [^>]*)>/, (_, start: string) => `${start} role="img">${words}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
