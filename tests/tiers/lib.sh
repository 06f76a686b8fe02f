# lib.sh: what the tiers share. A tier sources it, calls `check WHAT COMMAND…` for each test, and ends with `tally`.
# All tiers run from the root of the project.
BUILD=${BUILD:-build}
export LC_ALL=C.UTF-8 LANGUAGE= # messages in English, whatever the machine speaks
reports=(examples/reports/*.txt)
passed=0 failed=0
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); printf 'not ok - %s\n' "$1"; }

# check WHAT COMMAND…: one test; what the command prints is shown only where it fails.
check() {
  local what=$1; shift
  if "$@" >"$scratch/output" 2>&1; then pass; else fail "$what"; cut -c 1-600 "$scratch/output" | head -n 30; fi
}

# add FILE: takes in the count that a test program printed as its last line.
add() {
  if [[ $(tail -n 1 "$1") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
    grep -a -v -e '^ok' -e 'passed, [0-9]* failed$' "$1" || true
  else
    fail "$1 ended before its count"; tail -n 20 "$1"
  fi
}

skip() { printf 'skipped: %s\n' "$1"; exit 0; }
tally() { printf '%d passed, %d failed\n' "$passed" "$failed"; [ "$failed" = 0 ]; exit; }
