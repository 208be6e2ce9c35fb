import { spawn } from "node:child_process";
import { once } from "node:events";
import { Crew } from "./crew.ts";

// A run that will be killed: it has a shell, which has a program of its own. It says their numbers and waits.
const shell = spawn("sh", ["-c", "sleep 100 & echo $$ $!; wait"], {
  detached: true,
  stdio: ["ignore", "pipe", "ignore"],
});
const [pids] = await once(shell.stdout, "data");
new Crew().join(shell, 2);
process.stdout.write(pids);
setInterval(() => {}, 1_000);
