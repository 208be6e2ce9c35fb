import { styleText } from "node:util";

/** How a step went, when it can go badly without throwing, and what there is to say about it. */
export interface Outcome {
  readonly well: boolean;
  readonly said: string;
}

/** Tells a waiting person what is going on: a live line with the elapsed time on a terminal, plain lines elsewhere. */
export class Progress {
  #began = performance.now();
  #live: string | undefined;
  #out = process.stdout;

  constructor() {
    this.#out.on("error", () => {}); // whoever read us has left; the work goes on
  }

  /** Runs `work` as a step called `doing` ("Building the apps"), and says how long it took. */
  async step<T>(doing: string, work: () => Promise<T>, outcome?: (result: T) => Outcome): Promise<T> {
    const began = performance.now();
    const timer = this.#out.isTTY
      ? setInterval(() => this.#draw(`${spinner()} ${doing}  ${styleText("dim", since(began))}`), 100)
      : this.#reportNowAndThen(doing, began);
    try {
      const result = await work();
      const { well, said } = outcome?.(result) ?? { well: true, said: "" };
      this.say(`${mark(well)} ${doing}${said && `: ${said}`}  ${styleText("dim", since(began))}`);
      return result;
    } catch (error) {
      this.say(`${mark(false)} ${doing}  ${styleText("dim", since(began))}`);
      throw error;
    } finally {
      clearInterval(timer);
      this.#draw(undefined);
    }
  }

  /** A line that stays. */
  say(line: string): void {
    const live = this.#live;
    this.#draw(undefined);
    this.#out.write(`${line}\n`);
    if (live !== undefined) this.#draw(live);
  }

  /** Time since the first step, for people: `8.2 s`. */
  elapsed(): string {
    return since(this.#began);
  }

  /** Without a terminal: after two seconds, and then every ten. */
  #reportNowAndThen(doing: string, began: number): NodeJS.Timeout {
    let seconds = 0;
    return setInterval(() => {
      seconds += 1;
      if (seconds === 2 || seconds % 10 === 0) this.say(`  ${doing} … ${since(began)}`);
    }, 1_000);
  }

  #draw(line: string | undefined): void {
    if (this.#live !== undefined) this.#out.write("\r\x1b[2K");
    this.#live = line;
    if (line !== undefined) this.#out.write(line);
  }
}

const mark = (well: boolean) => (well ? styleText("green", "✓") : styleText("red", "✗"));

function since(began: number): string {
  const seconds = (performance.now() - began) / 1_000;
  if (seconds < 60)
    return `${seconds.toLocaleString("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 })} s`;
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function spinner(): string {
  const frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  return styleText("cyan", frames.charAt(Math.floor(performance.now() / 100) % frames.length));
}
