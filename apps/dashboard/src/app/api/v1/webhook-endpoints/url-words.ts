import type { UrlProblem } from "@kept/domain";

/** Why nothing is sent to an address, in one sentence. */
export const urlWords: Record<UrlProblem, string> = {
  not_a_url: "This must be a whole address, like https://hooks.example.com/kept.",
  not_https: "This must begin with https://.",
  with_credentials: "This must not contain a user name, a password or a #. Letters are signed instead.",
  not_public: "This must be a public name: no bare address, and nothing inside a private network.",
};
