/** What was typed cannot be carried out; printed as one line above the usage, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `notice-check (核一核): checks a forwarded notice against official records

  notice-check check [TEXT | -]      one notice, from the words given or from standard input
      --sender S                     the number it came from
      --received ISO                 when it came, such as 2026-11-20T22:30 (China time unless it says otherwise)
      --role relative|borrower       to whom it was sent
      --lang zh|en                   language of the answer (default zh)
      --json                         the answer as JSON
      --jsonl                        one JSON object per line in ({id, text, sender?, received_at?, role?}), one per line out
  notice-check lookup QUERY [--json] [--lang zh|en]
                                     whose number, site or platform is this
  notice-check chat [--lang zh|en]   a conversation in the terminal
  notice-check data lint             checks every record
  notice-check data stale [--months N]
                                     facts due for another look (default 6)
  notice-check data report [--json]  what the records hold, by kind and tier
  notice-check data build            compiles the records into the snapshot that the checker loads
  notice-check evaluate FILE…        scores labelled messages (JSONL) and prints the tables
  notice-check --help | --version`;
