import { expect, test } from "vitest";
import { launchersFrom } from "./launchers.ts";
import type { ProcessFacts } from "./process-table.ts";

const family = (...commands: string[][]) => {
  const members = commands.map(
    (command, index): ProcessFacts => ({ pid: index + 2, parent: index + 3, born: "1", command }),
  );
  return launchersFrom(2, (pid) => members.find((member) => member.pid === pid)).map(({ pid }) => pid);
};

test("the whole chain from our shell to npm is watched, and the terminal above it is not", () => {
  const seen = family(
    ["sh", "-c", "node packages/local/src/start.ts"],
    ["pnpm", "run", "stack"],
    ["sh", "-c", "'pnpm' run stack"],
    ["npm exec pnpm run stack"],
    ["sh", "-c", "npx -y pnpm run stack"],
    ["npm start"],
    ["-bash"],
  );
  expect(seen).toEqual([2, 3, 4, 5, 6, 7]);
});

test("a script that starts us in the background may end without ending us", () => {
  expect(family(["npm start"], ["bash", "-c", "npm start & sleep 3"])).toEqual([2]);
});

test("a shell that only waits for npm is watched too", () => {
  expect(
    family(["npm start"], ["sh", "-c", "cd kept && npm start >log 2>&1"], ["python3", "harness.py"]),
  ).toEqual([2, 3]);
});

test("started by hand, nobody is watched", () => {
  expect(family(["bash", "-c", "node packages/local/src/start.ts"])).toEqual([]);
});

test("npm is recognised before it has given itself a name", () => {
  expect(family(["node", "/usr/bin/npm", "start"], ["zsh"])).toEqual([2]);
});
