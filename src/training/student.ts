import { type TrainingData, figureSettings, trainingData } from "./figureSetting.js";
import { layeredDescent } from "./layeredDescent.js";
import { LayeredError } from "./layeredError.js";
import { MeanSquaredError } from "./lossAtPoint.js";
import type { SettingName } from "./names.js";
import { type RunEnd, secondOrder } from "./secondOrder.js";
import { type StudentShape, layeredShape, twoLayerShape } from "./studentShape.js";
import { type AnyRun, layeredRun, trainedRun } from "./trainedRun.js";

/** A student of a width, and what training needs of it. */
export interface Student {
  readonly shape: StudentShape;
  readonly data: TrainingData;
  /** The steps of second order. */
  readonly descend: (theta: Float64Array) => RunEnd;
  /** A run as it goes into a file. */
  readonly written: (seed: number, end: RunEnd) => AnyRun;
}

/** The student of a problem; with several hidden layers, each has this width. */
export function studentOf(setting: SettingName, width: number): Student {
  const { activation } = figureSettings[setting];
  const data = trainingData(setting);
  if (setting === "fig1e") {
    const shape = layeredShape(width);
    const error = new LayeredError(data, activation, shape);
    return {
      ...{ shape, data },
      descend: (theta) => layeredDescent(error, theta),
      written: (seed, end) => layeredRun(seed, shape, end),
    };
  }
  const shape = twoLayerShape(width);
  const error = new MeanSquaredError(data, activation, width);
  return {
    ...{ shape, data },
    descend: (theta) => secondOrder(error, theta),
    written: (seed, end) => trainedRun(seed, shape, end),
  };
}
