#!/usr/bin/env bash
# Prints the cold and the warm time of `./plinth up` and of a local `./plinth preview`, as the table of the README.
#
# Cold is a new clone with nothing built: no jars, no Pulumi CLI, no state. Packages that Maven and Go have downloaded
# before stay, since what a network gives is not ours to measure. Warm figures are the median of three runs.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
log=$work/log
export PLINTH_STATE_HOME=$work/state PLINTH_CACHE_HOME=$work/cache GOCACHE=$work/go
clone=$work/plinth
trap 'cd "$clone" && ./plinth down >>"$log" 2>&1 || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT

seconds() {
  local start end
  start=$(date +%s.%N)
  if ! "$@" >>"$log" 2>&1; then
    tail -n 40 "$log" >&2
    printf 'up-time: "%s" failed, its last lines are above\n' "$*" >&2
    exit 1
  fi
  end=$(date +%s.%N)
  awk -v start="$start" -v end="$end" 'BEGIN { printf "%.1f", end - start }'
}

median() {
  local run
  for run in 1 2 3; do
    seconds "$@"
    echo
  done | sort -n | sed -n 2p
}

git clone -q "$root" "$clone"
cd "$clone"
# The tools come from tools/ in this measurement, whatever the machine has.
PATH=$(printf '%s\n' "$PATH" | tr ':' '\n' | while read -r folder; do
  [ -x "$folder/pulumi" ] || printf '%s:' "$folder"
done)
export PATH=${PATH%:}

printf 'measuring: the first run takes some minutes ...\n' >&2
first_up=$(seconds ./plinth up)
again=$(median ./plinth up)
preview=$(median ./plinth preview)
./plinth down >>"$log" 2>&1
built_up=$(seconds ./plinth up)

cpu=$(nproc)
cat <<TABLE
| what | seconds | to the first |
|---|---|---|
| first \`up\` of a new clone: builds the CLI and the jars, creates everything | $first_up | 1 |
| \`up\` after \`down\`: everything is built, creates everything | $built_up | $(awk "BEGIN { printf \"%.2f\", $built_up / $first_up }") |
| \`up\` again: no changes | $again | $(awk "BEGIN { printf \"%.2f\", $again / $first_up }") |
| \`preview\` with both policy packs | $preview | $(awk "BEGIN { printf \"%.2f\", $preview / $first_up }") |

Printed by \`bench/up-time.sh\` on $cpu cores, $(date +%Y-%m-%d).
TABLE
