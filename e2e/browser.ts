import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type LaunchOptions } from "@playwright/test";

/**
 * A real browser without a download from anywhere but npm: Playwright's own where it is installed, else on Linux the
 * Chromium packaged on npm, else the system's Chrome.
 */
export function browser(): LaunchOptions {
  if (existsSync(chromium.executablePath())) return {};
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" };
  const home = unpackedHome();
  const executablePath = join(home, "chromium");
  // Not the package's own `args`: made for a cloud function, they run everything in one process and switch the
  // same-origin rules off, and tests of security would prove nothing.
  const args = ["--no-sandbox", "--headless=shell", "--disable-gpu"];
  return { executablePath, args, env: { ...process.env, ...whatTheSystemLacks(home, executablePath) } };
}

/** The folder with the unpacked browser: complete or absent, one for every version. */
function unpackedHome(): string {
  const packed = dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))));
  const { version } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as { version: string };
  const home = join(import.meta.dirname, "node_modules", `.chromium-${version}`);
  if (existsSync(home)) return home;
  const partial = mkdtempSync(`${home}.`);
  // In a process of its own, because the package unpacks to fixed names in whatever TMPDIR says.
  execFileSync(process.execPath, [join(import.meta.dirname, "unpack-browser.ts"), home], {
    env: { ...process.env, TMPDIR: partial },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    renameSync(partial, home);
  } catch {
    rmSync(partial, { recursive: true, force: true }); // another worker was faster
  }
  return home;
}

/** A minimal system has neither the browser's libraries nor a single font; the package brings both. */
function whatTheSystemLacks(home: string, executablePath: string): Record<string, string> {
  const lacking: Record<string, string> = {};
  if (spawnSync(executablePath, ["--version"]).status !== 0)
    lacking.LD_LIBRARY_PATH = join(home, "al2023", "lib");
  if (!existsSync("/etc/fonts/fonts.conf")) lacking.FONTCONFIG_FILE = join(home, "fonts.conf");
  return lacking;
}
