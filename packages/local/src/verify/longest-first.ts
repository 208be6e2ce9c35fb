import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest is begun first: begun last, as Vitest would, it leaves one core waiting for the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(name));
    return (await super.sort(files)).sort((one, other) => Number(isLong(other)) - Number(isLong(one)));
  }
}

/** Half a minute and more, most of it waiting. */
const long = ["/chaos/chaos.test.ts", "/issuance/lost-answers.test.ts"];
