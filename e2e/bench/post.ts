import { setTimeout as sleep } from "node:timers/promises";
import { at } from "../world/env.ts";

interface Letter {
  readonly id: number;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
}

/** The mailbox as very many people watch it at once: read once for all of them, from where it was read last. */
export class Post {
  /** How many letters of each kind each address got. */
  readonly #came = new Map<string, Letter[]>();
  readonly #waiting = new Map<string, (letter: Letter) => void>();
  #last = 0;
  #reading: Promise<void> | undefined;
  #closed = false;

  open(): void {
    this.#reading = this.#read();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#reading;
  }

  /** The code for an order, from the letter to its customer. */
  codeOf = async (_order: string, email: string): Promise<string> =>
    /\d{4} \d{4}/.exec((await this.letter(email, "order_code")).subject)?.[0] ?? "";

  /** The first letter of this kind to somebody, once it is there; waits for two minutes at most. */
  letter(email: string, kind: string): Promise<Letter> {
    const key = `${kind} ${email}`;
    const [there] = this.#came.get(key) ?? [];
    if (there) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No ${kind} came to ${email}`)), 120_000);
      this.#waiting.set(key, (letter) => {
        clearTimeout(late);
        resolve(letter);
      });
    });
  }

  count(email: string, kind: string): number {
    return this.#came.get(`${kind} ${email}`)?.length ?? 0;
  }

  async #read(): Promise<void> {
    while (!this.#closed) {
      const answer = await fetch(`${at.sandbox}/control/mail?after=${this.#last}`);
      for (const letter of (await answer.json()) as Letter[]) this.#take(letter);
      await sleep(50);
    }
  }

  #take(letter: Letter): void {
    this.#last = letter.id;
    const kind = letter.tags.find(({ name }) => name === "kind")?.value;
    for (const email of letter.to) {
      const key = `${kind} ${email}`;
      this.#came.set(key, [...(this.#came.get(key) ?? []), letter]);
      this.#waiting.get(key)?.(letter);
      this.#waiting.delete(key);
    }
  }
}
