import { serving } from "../threads/serving.js";
import { jobs } from "./jobs.js";

/** What each thread of a pool runs. */
export default serving(jobs);
