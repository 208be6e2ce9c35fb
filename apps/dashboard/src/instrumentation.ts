import { refuseWrongEnvironment } from "./server/startup.ts";

/** A dashboard with a wrong environment does not start: better no page than one that only looks alive. */
export function register() {
  refuseWrongEnvironment();
}
