import { verify } from "./verify/verify.ts";

await verify(["check"]);
