/** What `--help` prints. */
export const HELP = `Tianye: qualitative coding for comparative field studies, from the command line.

  new STUDY.tianye --framework mobilization-participation|blank
      [--name NAME] [--languages zh-CN,en]
  import STUDY.tianye FILE... [--attributes table.csv] [--codings segments.csv] [--episodes episodes.csv]
  matrix STUDY.tianye [--rows code] [--columns village|document|role] [--measure passages|respondents|amount]
      [--layer study|CODER] [--version originals|LANGUAGE] [--no-roll-up] [--language en|zh-CN]
      [--out m.xlsx|m.csv] [--flavour excel|tidy]
  profile STUDY.tianye [--unit E1|E3] [--layer study|CODER] [--version originals|LANGUAGE]
  agreement STUDY.tianye --coders A,B [--unit turn|sentence|document|episode|character|spans|continuum]
      [--by village|document|language|role] [--profiles] [--codes M.R,P.D] [--no-roll-up] [--depth N] [--touch any|half]
      [--interviewers] [--affirmed] [--finished] [--overlap 0.5] [--exclusive CODE,...] [--empty counted|left_out]
      [--intervals bootstrap|analytic|none] [--replicates 2000] [--seed 1] [--version originals|LANGUAGE]
      [--language en|zh-CN] [--out a.csv|a.xlsx|a.json] [--flavour excel|tidy]
  export STUDY.tianye --to segments-csv|episodes-csv|matrix-csv|matrix-xlsx OUT
      [--flavour excel|tidy] [--layer study|CODER] [--version originals|LANGUAGE] [--language en|zh-CN]
      [--columns ...] [--measure ...] [--no-roll-up]
  hand-out STUDY.tianye OUT.tianye --coder NAME [--documents A,B] [--with-others] [--no-memos]
  merge STUDY.tianye COLLEAGUE.tianye [--dry-run] [--accept all|KEY,KEY]
  check STUDY.tianye

  --json             one JSON document on standard output and nothing else (docs/cli.md)
  --user-data DIR    Tianye's own folder, with the name under which you code
  --help

matrix, profile, agreement, export, check and merge --dry-run work beside the open app; new, import, hand-out and
merge need the study closed there.
Errors go to standard error, and the exit code is 1.
`
