export {
  type BatchItem,
  type BatchState,
  type BatchView,
  type BulkAct,
  mostAtOnce,
  type Worth,
} from "./bulk.ts";
export { listChoosable } from "./list-choosable.ts";
export { readBatch, recentBatches } from "./queries.ts";
export { type Chosen, type StartRefusal, startBatch } from "./start-batch.ts";
export { type Steering, type SteerRefusal, steerBatch } from "./steer-batch.ts";
export { workBatch } from "./work-batch.ts";
