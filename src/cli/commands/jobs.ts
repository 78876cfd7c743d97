import { type Jobs, loaded, serving } from "../threads/jobs.js";

/**
 * Work that may take long, by name. It is done off the main thread, so that Ctrl-C is heard and progress is
 * shown. The type of each function says what its job takes and gives.
 */
export const jobs = {
  evidence: loaded(async () => (await import("./verify/evidence.js")).evidence),
  controls: loaded(async () => (await import("../../claims/controls/groups.js")).runControlGroup),
  count: loaded(async () => (await import("./count/counts.js")).comparedCounts),
  countTable: loaded(async () => (await import("./count/table.js")).countTable),
  threshold: loaded(async () => (await import("./threshold/threshold.js")).threshold),
  regime: loaded(async () => (await import("./regime/report.js")).regimeReport),
  graph: loaded(async () => (await import("./graph/report.js")).graphReport),
  topology: loaded(async () => (await import("./topology/report.js")).topologyFinding),
  reduce: loaded(async () => (await import("./reduce/report.js")).reduceText),
  path: loaded(async () => (await import("./path/report.js")).tellPath),
  pathCharts: loaded(async () => (await import("./path/picture.js")).pathCharts),
  landscape: loaded(async () => (await import("./landscape/finding.js")).landscapeFinding),
  ends: loaded(async () => (await import("./ends/judged.js")).judgedEnds),
  cover: loaded(async () => (await import("./cover/search.js")).searchedCover),
  endsPicture: loaded(async () => (await import("./ends/picture.js")).endsPicture),
  certify: loaded(async () => (await import("./certify/write.js")).writeRequested),
  compare: loaded(async () => (await import("./compare/compare.js")).compare),
  check: loaded(async () => (await import("./check/judgement.js")).judgement),
  import: loaded(async () => (await import("./import/importNetwork.js")).importNetwork),
  export: loaded(async () => (await import("./export/exportNetwork.js")).exportNetwork),
  classify: loaded(async () => (await import("./classify/classified.js")).classified),
  expand: loaded(async () => (await import("./expand/expand.js")).expand),
  report: loaded(async () => (await import("./report/site.js")).reportSite),
  train: loaded(async () => (await import("./train/write.js")).writeTrained),
  shardPlan: loaded(async () => (await import("./shard/plan.js")).planJob),
  shardRun: loaded(async () => (await import("./shard/slot.js")).slotReport),
  shardMerge: loaded(async () => (await import("./shard/merge.js")).mergeReport),
} satisfies Jobs;

/** What each thread of a pool runs. */
export default serving(jobs);
