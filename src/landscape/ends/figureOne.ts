import { figureInputs, figureTeacher } from "../../network/figureOne.js";
import type { TaughtSetting } from "./endNetwork.js";

/**
 * The problem of Figure 1 (Şimşek et al. 2021), for sigmoid networks.
 *
 * @example figureOne.inputs.length === 1681
 */
export const figureOne: TaughtSetting = { inputs: figureInputs(), teacher: figureTeacher };
