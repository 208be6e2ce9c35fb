import { styleText } from "node:util";
import { settings } from "../env.ts";
import { choosePorts, type Ports } from "../ports/choose-ports.ts";
import { Crew } from "../processes/crew.ts";
import { whenAskedToLeave } from "../processes/leave.ts";
import { Progress } from "../progress/progress.ts";
import { banner } from "./banner.ts";
import { bringUp } from "./bring-up.ts";
import { keptFolders, openFolders } from "./folders.ts";
import { removeStrangers, sealWorld } from "./one-world.ts";
import { claimCheckout } from "./only-one.ts";

/** Runs the whole product until somebody ends it: the production builds, or with `reload` the source as it changes. */
export async function runKept({ reload }: { reload: boolean }): Promise<void> {
  const progress = new Progress();
  const crew = new Crew();
  let release = () => {};
  const leave = async (code: number) => {
    await crew.end();
    release();
    process.exit(code);
  };
  const giveUp = (reason: string) => {
    progress.say(`\n${styleText("red", reason)}\n`);
    return leave(1);
  };
  whenAskedToLeave(() => {
    progress.say("  Stopping …");
    return leave(0);
  });
  try {
    if (settings.fresh && settings.databaseUrl)
      throw new Error(
        "--fresh does not touch a database of your own. Empty it yourself, then start without --fresh.",
      );
    release = claimCheckout();
    const folders = keptFolders(settings.databaseUrl);
    if (!settings.databaseUrl && !settings.fresh && removeStrangers(folders))
      progress.say("  The database and the stand-in's memory were not of one world: both start over.");
    openFolders(folders, settings.fresh);
    const ports = await choosePorts(settings.ports, (line) => progress.say(line), neededPorts());
    const watchman = { crew, logs: folders.logs, say: (line: string) => progress.say(line), giveUp };
    const at = await bringUp(
      { ports, folders, reload, databaseUrl: settings.databaseUrl },
      watchman,
      progress,
    );
    if (!settings.databaseUrl) sealWorld(folders);
    progress.say(banner(at, progress.elapsed()));
  } catch (error) {
    if (!crew.isEnding) await giveUp(error instanceof Error ? error.message : String(error));
  }
}

function neededPorts(): (keyof Ports)[] {
  const everybody: (keyof Ports)[] = ["dashboard", "portal", "sandbox", "worker"];
  return settings.databaseUrl ? everybody : [...everybody, "postgres"];
}
