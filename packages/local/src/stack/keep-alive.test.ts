import { expect, test } from "vitest";
import { Crew } from "../processes/crew.ts";
import { keepAlive, type Life } from "./keep-alive.ts";

const life = (ended: Promise<string>): Life => ({ ended, obituary: (how) => `The worker stopped (${how}).` });
function watchman() {
  const said: string[] = [];
  return {
    crew: new Crew(),
    logs: "",
    said,
    say: (line: string) => said.push(line),
    giveUp: (reason: string) => said.push(reason),
  };
}

test("what ends by itself is started again, and given up when that does not help", async () => {
  const post = watchman();
  const lives = [1, 2, 3].map((code) => life(Promise.resolve(`exit ${code}`)));
  await keepAlive(
    post,
    "worker",
    life(Promise.resolve("exit 0")),
    async () => lives.shift() ?? life(new Promise(() => {})),
  );
  expect(post.said).toEqual([
    "  The worker stopped (exit 0) and is started again.",
    "  The worker stopped (exit 1) and is started again.",
    "  The worker stopped (exit 2) and is started again.",
    "The worker stopped (exit 3).",
  ]);
  await post.crew.end();
});

test("what we end ourselves is not started again", async () => {
  const post = watchman();
  await post.crew.end();
  await keepAlive(post, "worker", life(Promise.resolve("SIGTERM")), () =>
    Promise.reject(new Error("started again")),
  );
  expect(post.said).toEqual([]);
});
