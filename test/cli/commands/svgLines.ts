/** The places of the lines of a chart, from left to right, in units of the picture. */
export function linesOf(svg: string): [number, number][][] {
  return [...svg.matchAll(/<path d="(M[^"]*)" stroke="[^"]*" stroke-width="2"/g)].map(([, drawn = ""]) =>
    [...drawn.matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
  );
}
