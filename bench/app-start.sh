#!/usr/bin/env bash
# Prints how long `./plinth app` takes from its start until it is ready with the whole example catalogue: the median of some runs. One
# before them builds the jars if need be, prepares the catalogue, and does not count.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-5}
cd "$root"
work=$(mktemp -d)
running=
trap '[ -z "$running" ] || kill "$running" 2>/dev/null || true; rm -rf "$work"' EXIT

milliseconds() { date +%s%3N; }

start() { # file for the figure
  local begin
  : >"$work/out"
  begin=$(milliseconds)
  ./plinth app >"$work/out" 2>&1 &
  running=$!
  until grep -q 'Ctrl-C stops everything' "$work/out"; do
    kill -0 "$running" 2>/dev/null || { cat "$work/out" >&2; exit 1; }
    sleep 0.02
  done
  echo $(($(milliseconds) - begin)) >>"$1"
  # Not the signal of Ctrl-C, which what a script starts in the background does not see.
  kill "$running"
  wait "$running" || true
  running=
}

start "$work/first"
for ((run = 0; run < runs; run++)); do start "$work/figures"; done
median=$(sort -n "$work/figures" | sed -n "$(((runs + 1) / 2))p")
printf '| start of the local run with its catalogue | %s ms |\n\nPrinted by `bench/app-start.sh`, median of %s, on %s cores.\n' \
  "$median" "$runs" "$(nproc)"
