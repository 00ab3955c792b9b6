/** The value below which the share `q` of the values lies (nearest rank). The values need not be sorted. */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** Three figures, so that noise does not look like knowledge. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

/** Lines up cells under a head; the first column to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return lines.map((line) => `  ${line.map(cell).join('  ')}`.trimEnd()).join('\n');
}

/** A measured value beside its goal. */
export function againstGoal(name: string, value: number, goal: number, sense: 'at most' | 'at least', unit: string): string {
  const met = sense === 'at most' ? value <= goal : value >= goal;
  return `  ${name}: ${figure(value)}${unit} (goal: ${sense} ${figure(goal)}${unit}) ${met ? 'met' : 'NOT MET'}`;
}
