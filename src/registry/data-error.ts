/** What is wrong with the data and what to write, for a person: `file: field: sentence`. */
export interface Problem {
  readonly file: string;
  readonly field: string;
  readonly message: string;
}

export const formatProblem = ({ file, field, message }: Problem): string => [file, field, message].filter(Boolean).join(': ');

/** Data that cannot be used; `problems` names every one of them. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `${problems.length} problem${problems.length === 1 ? '' : 's'} in the data:\n${problems.map(formatProblem).join('\n')}`,
    );
    this.problems = problems;
  }
}
