// A program of its own, for one photo: reads it from standard input, writes it anew to standard output.
// First a line of JSON about it, then the picture. Whatever a hostile file does to the decoder, it does it here, in a
// process without secrets, without a network to speak of and with a short life. Ends with 1 when it is no photo.
import { rewrite } from "./rewrite.ts";

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const [kind = ""] = process.argv.slice(2);
try {
  const { picture, width, height } = await rewrite(Buffer.concat(chunks), kind);
  process.stdout.write(`${JSON.stringify({ width, height, bytes: picture.length })}\n`);
  process.stdout.end(picture);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
