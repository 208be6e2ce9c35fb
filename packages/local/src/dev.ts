import { runKept } from "./stack/run-kept.ts";

await runKept({ reload: true });
