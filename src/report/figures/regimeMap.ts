import { counted } from "../../exact/counted.js";
import { formatRational } from "../../exact/numbers/rational.js";
import { csvOf } from "../../pictures/csv.js";
import { type MapCell, heatPicture } from "../../pictures/heatMap.js";
import { log10, nearly } from "../../pictures/logarithm.js";
import { toldSvgOf } from "../../pictures/picture.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { PARITY, mirroringAt, parityNote, parityOf, parityWords, wholeNumber } from "./chosen.js";
import { ratiosUpTo } from "./ratios.js";

const FIRST = 2;

/** The regimes over r*, the surplus h and the depth L: what there is more of, and by how much. */
export const regimeMap: DrawnFigure = {
  name: "map",
  fields: [
    { name: "last r*", label: "last r*", value: "16" },
    { name: "last h", label: "last h = m − r*", value: "20" },
    { name: "L", label: "depth L", value: "2" },
    PARITY,
  ],
  draw,
};

async function draw(chosen: Chosen): Promise<Drawing> {
  const lastSize = wholeNumber(chosen, "last r*", [FIRST, 30]);
  const lastSurplus = wholeNumber(chosen, "last h", [0, 40]);
  const depth = wholeNumber(chosen, "L", [2, 9]);
  const parity = parityOf(chosen);
  const found = Array.from({ length: lastSize - FIRST + 1 }, (_, index) => FIRST + index).flatMap((rstar) =>
    ratiosUpTo(rstar, rstar + lastSurplus, 0, mirroringAt(parity)).map(({ m, all }) => {
      const ratio = formatRational(all);
      return { rstar, h: m - rstar, m, ratio, logarithm: (depth - 1) * log10(ratio) };
    }),
  );
  const power = depth === 2 ? "R" : `R^${depth - 1}`;
  const cells = found.map(({ rstar, h, m, ratio, logarithm }): MapCell => ({
    column: rstar,
    row: h,
    height: logarithm,
    told:
      `r* = ${rstar}, h = ${h}, m = ${m}, L = ${depth}: ${power} ≈ ${nearly(logarithm)}, ` +
      `where R is exactly ${ratio}`,
  }));
  const title = `What there is more of: ${power} over r* and h, depth L = ${depth}${parityWords(parity)}`;
  const description =
    "R = Σ_k G(r*−k, m)/T(r*, m) is the number of critical subspaces of all levels k ≥ 1 for each subspace of " +
    `global minima (a_k = 1) of one hidden layer; of ${counted(depth - 1, "hidden layer")} of width m it is ${power}. Where a ` +
    "cell is vermilion there are more critical ones, where it is blue more global minima. The sign doesn't depend on L." +
    parityNote(parity);
  return {
    title,
    description,
    svg: await toldSvgOf(
      heatPicture({
        ...{ title, description, cells },
        x: "width r* of the minimal network",
        y: "h = m − r*",
        legend: `log₁₀ ${power}`,
      }),
    ),
    csv: csvOf({
      head: ["r*", "h", "m", "R"],
      rows: found.map(({ rstar, h, m, ratio }) => [String(rstar), String(h), String(m), ratio]),
    }),
  };
}
