import postgres from "postgres";

/** `node tell.ts <url> <statement>`: one statement to a database; its first value is printed. */
const [url = "", statement = ""] = process.argv.slice(2);
const sql = postgres(url, { max: 1, onnotice: () => {} });
const [row] = await sql.unsafe(statement);
process.stdout.write(`${row ? Object.values(row)[0] : ""}\n`);
await sql.end();
