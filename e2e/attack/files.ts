import { crc32, deflateSync } from "node:zlib";

/** The smallest PNG a browser and our decoder agree about: one red dot. */
export const redSquare = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

export interface HostileFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const evil = "<script>alert(document.domain)</script>";
const words = "GPSLatitude 52.5 Ada Lovelace";

/** What somebody uploads who means harm, as a browser would send it: bombs, double-natured files, lies about names and types. */
export function hostileFiles(): HostileFile[] {
  const file = (name: string, bytes: Buffer | string, type = "image/jpeg") => ({
    name,
    type,
    bytes: Buffer.from(bytes as string),
  });
  const padded = (text: string) => text.padEnd(64, " ");
  return [
    ...bombs(),
    file("nothing.jpg", ""),
    file("zeros.png", Buffer.alloc(4_096), "image/png"),
    file(
      "drawing.svg",
      padded(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
      "image/svg+xml",
    ),
    file(
      "drawing.png",
      padded(`<svg xmlns="http://www.w3.org/2000/svg"><script>${evil}</script></svg>`),
      "image/png",
    ),
    file(
      "entity.svg",
      padded('<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
      "image/svg+xml",
    ),
    file("page.html", padded(`<!doctype html>${evil}`), "text/html"),
    file("page.jpg", padded(`<!doctype html>${evil}`)),
    file("script.php", padded('<?php system($_GET["x"]); ?>'), "application/x-php"),
    file("both.gif", padded(`GIF89a/*${evil}*/=1;alert(1)`), "image/gif"),
    file(
      "both.jpg",
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(padded(`*/=alert(1);/*${evil}`))]),
    ),
    file("manual.pdf", padded("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>"), "application/pdf"),
    file("many.zip", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(400, 7)]), "application/zip"),
    file("program.jpg", Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(400, 7)])),
    file(
      "film.heic",
      Buffer.from(`\0\0\0\x18ftypisom\0\0\0\0mif1isom${"x".repeat(400)}`, "latin1"),
      "image/heic",
    ),
    file(
      "broken.heic",
      Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic\xff\xff\xff\xffmeta${"x".repeat(400)}`, "latin1"),
      "image/heic",
    ),
    file(
      "picture.avif",
      Buffer.from(`\0\0\0\x18ftypavif\0\0\0\0mif1avif${"x".repeat(400)}`, "latin1"),
      "image/avif",
    ),
    file(
      "wide.webp",
      Buffer.concat([
        Buffer.from("RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\xfe\x3f\0\xfe\x3f\0", "latin1"),
        Buffer.alloc(200, 3),
      ]),
      "image/webp",
    ),
    file("cut.png", redSquare.subarray(0, 40), "image/png"),
    file(
      "long.png",
      Buffer.concat([
        redSquare.subarray(0, 33),
        Buffer.from("\x7f\xff\xff\xffIDAT", "latin1"),
        Buffer.alloc(90),
      ]),
      "image/png",
    ),
    file("large.jpg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(10 * 1024 * 1024)])),
    // These are pictures, with something that must not come out again, or under a name that must not count.
    file("tail.png", Buffer.concat([redSquare, Buffer.from(`PK\x03\x04${evil}${words}`)]), "image/png"),
    file("words.png", withChunk("tEXt", Buffer.from(`Author\0${words}${evil}`)), "image/png"),
    file("place.png", withChunk("eXIf", exif()), "image/png"),
    file(
      "profile.png",
      withChunk("iCCP", Buffer.concat([Buffer.from("x\0\0"), deflateSync(Buffer.alloc(40_000_000))])),
      "image/png",
    ),
    file(
      "text-bomb.png",
      withChunk("zTXt", Buffer.concat([Buffer.from("x\0\0"), deflateSync(Buffer.alloc(60_000_000, 65))])),
      "image/png",
    ),
    file("shirt.html", redSquare, "text/html"),
    file("../../../../etc/cron.d/shirt.png", redSquare, "image/svg+xml"),
    file(`${"long ".repeat(2_000)}.png`, redSquare, "image/png"),
    file("shirt.png\r\nSet-Cookie: evil=1", redSquare, "image/png"),
    file(`"><img src=x onerror=alert(1)>.png`, redSquare, "image/png"),
    file("\u202egnp.trihs\0.png", redSquare, "image/png"),
  ];
}

/** Files of a few bytes that promise, or hold, more pixels than there is memory. */
function bombs(): HostileFile[] {
  const png = (name: string, bytes: Buffer) => ({ name, type: "image/png", bytes });
  const rows = deflateSync(Buffer.alloc(20_000 * 3 * 2_000));
  return [
    png("fifty-thousand-square.png", pngOf(50_000, 50_000, deflateSync(Buffer.alloc(64)))),
    png("two-billion-in-a-row.png", pngOf(2_000_000_000, 1, deflateSync(Buffer.alloc(64)))),
    png("four-hundred-million.png", pngOf(20_000, 20_000, rows)),
    png("just-too-large.png", pngOf(8_200, 5_000, deflateSync(Buffer.alloc((8_200 * 3 + 1) * 5_000)))),
    png("just-small-enough.png", pngOf(7_900, 5_000, deflateSync(Buffer.alloc((7_900 * 3 + 1) * 5_000)))),
    png("too-much-data.png", pngOf(10, 10, deflateSync(Buffer.alloc(200_000_000)))),
    png("without-width.png", pngOf(0, 10, deflateSync(Buffer.alloc(64)))),
  ];
}

function pngOf(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

/** The red dot with one chunk more, in front of its pixels. */
function withChunk(type: string, data: Buffer): Buffer {
  return Buffer.concat([redSquare.subarray(0, 33), chunk(type, data), redSquare.subarray(33)]);
}

/** A little-endian TIFF block that names an artist and a latitude. */
function exif(): Buffer {
  return Buffer.concat([
    Buffer.from("II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0\x1e\0\0\0\x1a\0\0\0\0\0\0\0", "latin1"),
    Buffer.from(words),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
