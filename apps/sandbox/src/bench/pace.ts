import { Agent, request } from "node:http";

const together = 16;

/** How many of these requests are answered in a second, sixteen at a time over kept connections. */
export async function pace(
  url: string,
  headers: Record<string, string>,
  body: () => string,
  seconds: number,
) {
  const agent = new Agent({ keepAlive: true, maxSockets: together });
  const post = () => send(agent, url, headers, body());
  await Promise.all(Array.from({ length: 50 }, post));
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  let answered = 0;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (performance.now() < end) {
        await post();
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return answered / ((performance.now() - begin) / 1_000);
}

/** Rejects what is not an answer with data: a benchmark of refusals would prove nothing. */
function send(agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { agent, method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => {
          const failed = response.statusCode !== 200 || /"errors":|"userErrors":\[\{/.test(text);
          if (failed) reject(new Error(`Answered ${response.statusCode}: ${text.slice(0, 300)}`));
          else resolve();
        });
      },
    );
    call.once("error", reject);
    call.end(body);
  });
}
