import { setTimeout as wait } from "node:timers/promises";
import type { Crew } from "../processes/crew.ts";
import { obituary, type Program, startProgram } from "../processes/program.ts";
import { keepAlive } from "./keep-alive.ts";
import type { Service } from "./programs.ts";

export interface Watchman {
  readonly crew: Crew;
  readonly logs: string;
  say(line: string): void;
  /** Something ended that cannot be brought back. */
  giveUp(reason: string): void;
}

/** Runs a program that ends by itself. Throws with its last words when it does not end well. */
export async function runToEnd({ crew, logs }: Watchman, program: Program): Promise<void> {
  const running = startProgram(crew, program, logs);
  const { how, well } = await running.ended;
  if (!well) throw new Error(obituary(program, how, running, logs));
}

/** Starts a service and resolves when it can be used; throws with its last words when it ends before. Then keeps it alive. */
export async function serve(watchman: Watchman, service: Service): Promise<void> {
  const start = () => {
    const running = startProgram(watchman.crew, service, watchman.logs);
    return {
      ended: running.ended.then(({ how }) => how),
      obituary: (how: string) => obituary(service, how, running, watchman.logs),
    };
  };
  const life = start();
  const diedEarly = life.ended.then((how) => Promise.reject(new Error(life.obituary(how))));
  await Promise.race([diedEarly, healthy(service)]);
  diedEarly.catch(() => {}); // from here on keeping alive answers for its end
  void keepAlive(watchman, service.name, life, async () => start());
}

async function healthy({ name, health }: Service, patience = 90_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answer = await fetch(health, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`The ${name} runs, but ${health} has not answered well for ${patience / 1_000} seconds.`);
}
