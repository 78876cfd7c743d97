import { guarded } from "../../exact/plainJavaScript.js";
import * as meeting from "./meetingCriterion.js";

/*
 * What the folder exports of functions that the library itself calls often: these refuse wrong arguments, and
 * then do what the function of the same name does, which has the docstring.
 */

export const meetingCriterion = guarded(meeting.meetingCriterion, {
  p: "partition",
  q: "partition",
});
