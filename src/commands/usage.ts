/** What was typed cannot be carried out; printed as one line above the usage, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `notice-check (核一核): checks a forwarded notice against official records

  notice-check check [TEXT | -]      one notice, from the words given or from standard input
      --image FILE                   a picture of it instead, such as a screenshot; - for standard input
      --sender S                     the number it came from
      --received ISO                 when it came, such as 2026-11-20T22:30 (China time unless it says otherwise)
      --role relative|borrower       to whom it was sent
      --lang zh|en                   language of the answer (default zh)
      --json                         the answer as JSON
      --jsonl                        one JSON object per line in ({id, text, sender?, received_at?, role?}), one per line out
  notice-check lookup QUERY [--json] [--lang zh|en]
                                     whose number, site or platform is this
  notice-check help [ID | QUESTION] [--lang zh|en]
                                     what to do: the topics, one of them, or the answer to a question
  notice-check letter [TEXT | -] --to platform|regulator|local_bureau|cyberspace_office|spam_report|police
                                     a complaint about a notice, with boxes to tick and blanks to fill in;
                                     without --to: which letters fit, the most useful first
      --sender S --received ISO --role relative|borrower --lang zh|en
                                     as for check
      --html                         as an HTML document to print, instead of plain text
      --out FILE                     into a new file
  notice-check chat [--lang zh|en]   a conversation in the terminal
  notice-check serve                 the page, the HTTP API and every configured channel; the same as npm start
  notice-check scan FILE             every message of an inbox, the worst first: XML of SMS Backup & Restore, CSV or JSONL;
                                     nothing of it is sent or kept
      --html OUT                     also a report with reasons and official contacts, into a new file
      --only scam,suspicious         list these verdicts; all but not_a_notice otherwise
      --since DAY                    leave out what is older, such as 2026-11-01
      --format sms-backup|csv|jsonl  when the content does not tell
      --json | --jsonl               for programs: one object, or one line per message
      --lang zh|en                   language of the table and the report
  notice-check mcp                   the same answers for an assistant (Model Context Protocol), over standard input and output
  notice-check doctor [--json]       what is set up, what answers, what is missing and what to write; status 1 when something is broken
  notice-check review list           verdicts that people said were wrong, as the memory of the server holds them
  notice-check review accept|reject ID
                                     settles one; an accepted one no longer counts against messages like it
  notice-check keys rotate           a new key for the hashes in the memory; the old ones stay for what they wrote
  notice-check data lint             checks every record, says all that is wrong and what to write
  notice-check data stale [--months N]
                                     facts due for another look (default 6)
  notice-check data report [--json] [--write]
                                     what the records hold, by kind and tier; --write puts it into data/COVERAGE.md
  notice-check data build            compiles the records into the snapshot that the checker loads
  notice-check data keygen --out DIR a new pair of keys, private.pem and public.pem
  notice-check data pack --key PRIVATE.pem [--out FILE]
                                     the compiled records as one signed file, for checkers that run elsewhere
  notice-check data verify FILE --key PUBLIC.pem
                                     whether the signature fits and this version would serve it
  notice-check evaluate FILE…        scores labelled messages (JSONL) and prints the tables
  notice-check --help | --version

  check, lookup, help, letter, chat, serve, scan, mcp and evaluate also take
      --registry FILE --registry-key PUBLIC.pem
                                     signed records to use instead of the ones that came with the program`;
