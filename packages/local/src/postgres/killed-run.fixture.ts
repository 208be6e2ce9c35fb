import { temporaryPostgres } from "./temporary.ts";

// A run that will be killed: it says where its server listens and then waits.
process.stdout.write((await temporaryPostgres()).url);
setInterval(() => {}, 1_000);
