import { entry } from "../../exact/entry.js";
import type { EnclosedMatrix } from "../../exact/inertia/worstValues.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { enclosedHessian } from "../nearCritical/enclosedHessian.js";
import { Column } from "./column.js";
import { type EndData, type EndNetwork, type UnitColumns, residuals, unitColumns } from "./endNetwork.js";

/** The loss Σ_k ½(f(x_k) − y_k)², its gradient and its Hessian, in the order of the parameters. */
export interface EndDerivatives {
  readonly loss: Interval;
  readonly gradient: readonly Interval[];
  readonly matrix: EnclosedMatrix;
}

/** A parameter of a unit: a w_j, its c, or a v_j; or κ or an m_j, counted with the first unit. */
interface Place {
  readonly unit: number;
  readonly kind: "w" | "c" | "v" | "k" | "m";
  readonly input: number;
}

/** Of all networks whose parameters are within `reach` of these. */
export function endDerivatives(network: EndNetwork, reach: bigint, data: EndData): EndDerivatives {
  const units = unitColumns(network, reach, data);
  const errors = residuals(units, data);
  const places = placesOf(network);
  const slopes = places.map((place) => slopeOf(place, entry(units, place.unit), data));
  const bends = units.map((unit) => bendsOf(unit, errors));
  const triangle = places.map((left, row) =>
    places.slice(0, row + 1).map((right, column) => {
      const square = entry(slopes, row).inner(entry(slopes, column));
      if (left.unit !== right.unit) return square;
      const bend = bendBetween(left, right, entry(bends, left.unit), data);
      return bend === undefined ? square : square.plus(bend);
    }),
  );
  return {
    loss: errors.inner(errors).scaled(-1),
    gradient: slopes.map((slope) => slope.inner(errors)),
    matrix: enclosedHessian(triangle),
  };
}

function placesOf({ inputs, units, channels, isAffine }: EndNetwork): Place[] {
  const each = Array.from({ length: inputs }, (_, input) => input);
  const vectors = (count: number, kind: "w" | "v" | "m"): Place[] =>
    Array.from({ length: count }, (_, unit) => each.map((input) => ({ unit, kind, input }))).flat();
  const outgoing = Array.from({ length: units }, (_, unit): Place => ({ unit, kind: "c", input: 0 }));
  const affine: Place[] = isAffine ? [{ unit: 0, kind: "k", input: 0 }, ...vectors(1, "m")] : [];
  return [...vectors(units, "w"), ...outgoing, ...vectors(channels, "v"), ...affine];
}

/** ∂f of a parameter. */
function slopeOf({ kind, input }: Place, unit: UnitColumns, { inputs }: EndData): Column {
  const { jets, along, outgoing } = unit;
  const [s, s1, s2] = jets;
  if (kind === "c") return s;
  const x = entry(inputs, input);
  if (kind === "k") return Column.one(x.values.length, x.precision);
  if (kind === "m") return x;
  if (kind === "v") return s1.times(x);
  const slope = s1.scaled(outgoing);
  return (along === undefined ? slope : slope.plus(along.times(s2))).times(x);
}

/** What the second derivatives of a unit sum over the data, times one input or two. */
interface Bends {
  readonly ww: Column;
  readonly wc: Column;
  readonly wv: Column;
}

function bendsOf({ jets: [, s1, s2, s3], along, outgoing }: UnitColumns, errors: Column): Bends {
  const bend = s2.scaled(outgoing);
  return {
    ww: errors.times(along === undefined ? bend : bend.plus(along.times(s3))),
    wc: errors.times(s1),
    wv: errors.times(s2),
  };
}

/** Σ_k e_k·∂²f for two parameters of a unit; undefined where ∂²f is 0. */
function bendBetween(
  left: Place,
  right: Place,
  { ww, wc, wv }: Bends,
  { inputs, products }: EndData,
): Interval | undefined {
  const kinds = [left.kind, right.kind].sort().join("");
  if (kinds === "ww") return ww.inner(entry(entry(products, left.input), right.input));
  if (kinds === "cw") return wc.inner(entry(inputs, left.kind === "w" ? left.input : right.input));
  if (kinds === "vw") return wv.inner(entry(entry(products, left.input), right.input));
  return undefined;
}
