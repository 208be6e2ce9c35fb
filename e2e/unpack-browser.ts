import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";

// node unpack-browser.ts <home>: unpacks the packaged Chromium, its libraries and fonts into TMPDIR, from where the
// whole folder is renamed to `home`.
const home = process.argv[2];
const packed = dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))));
await chromium.executablePath();
await inflate(join(packed, "bin", "al2023.tar.br"));
writeFileSync(
  join(tmpdir(), "fonts.conf"),
  `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
);
