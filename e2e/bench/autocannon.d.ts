/** The part of autocannon that is used here; it brings no types of its own. */
declare module "autocannon" {
  interface Request {
    method?: string;
    headers?: Record<string, string>;
    body?: Buffer | string;
    setupRequest?(request: Request): Request;
  }
  interface Result {
    readonly requests: { readonly average: number };
    readonly latency: { readonly p99: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly "4xx": number;
    readonly "5xx": number;
    /** Answers `verifyBody` did not accept. */
    readonly mismatches: number;
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    requests: Request[];
    verifyBody?(body: unknown): boolean;
  }): Promise<Result>;
}
