import { spawn } from "node:child_process";

export interface Guard {
  /** From now on these groups end with us. A group is named by the process that leads it. */
  watch(groups: readonly Group[]): void;
  /** Everything was put away in order: nothing is left to guard. */
  dismiss(): void;
}
export interface Group {
  readonly pid: number;
  readonly signal: "TERM" | "INT";
}

/**
 * Ends our process groups and removes our temporary folders when we cannot do it ourselves because we were killed
 * outright. A shell of about one megabyte, out of reach of the terminal's Ctrl-C, reads our pipe: the pipe ends when
 * we do, however that comes about.
 */
export function postGuard(temporaryFolders: readonly string[] = []): Guard {
  if (process.platform === "win32") return { watch() {}, dismiss() {} };
  const shell = spawn("sh", ["-c", vigil, "kept-guard", ...temporaryFolders], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
  });
  shell.stdin.on("error", () => {}); // a guard killed by hand guards nothing; that must not end us
  shell.on("error", () => {});
  shell.unref();
  return {
    watch: (groups) => void shell.stdin.write(`${groups.map((g) => `${g.signal}:${g.pid}`).join(" ")}\n`),
    dismiss: () => void shell.stdin.end("dismissed\n"),
  };
}

const vigil = `
trap '' INT TERM HUP
groups=
while read -r line; do groups=$line; done
[ "$groups" = dismissed ] && exit 0
for group in $groups; do kill -s "\${group%%:*}" -- "-\${group##*:}"; done
tries=0
while [ $tries -lt 50 ]; do
  alive=
  for group in $groups; do kill -0 -- "-\${group##*:}" && alive=1; done
  [ -z "$alive" ] && break
  sleep 0.1; tries=$((tries + 1))
done
for group in $groups; do kill -s KILL -- "-\${group##*:}"; done
[ $# -gt 0 ] && rm -rf -- "$@"
exit 0`;
