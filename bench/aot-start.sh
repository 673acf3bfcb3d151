#!/usr/bin/env bash
# Prints how long the API takes from the start of its JVM until it is ready, with and without the cache that its image
# has, and the ratio. No container engine is needed: the command line is the image's.
#
# Both ways take turns, so that a machine that gets busier slows both; figures are medians.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-11}
# shellcheck source=api/servers.sh
. "$root/bench/api/servers.sh"

start_servers
printf 'rehearsing ...\n' >&2
rehearse

median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }

# A start in a subshell would hide the process from the script that must stop it.
start() { # file for the figure, options
  local figure=$1
  shift
  start_app -XX:+UseSerialGC "$@" >"$figure.one"
  cat "$figure.one" >>"$figure"
  stop_app
}

printf 'measuring %s starts each way ...\n' "$runs" >&2
# Uncounted: fills the disk's cache, and migrates.
start "$work/first"
for ((run = 0; run < runs; run++)); do
  start "$work/without"
  start "$work/with" "-XX:AOTCache=$work/app.aot"
done

without=$(median "$work/without")
with=$(median "$work/with")
cat <<TABLE
| start of the API until it is ready | milliseconds | ratio |
|---|---|---|
| without the AOT cache | $without | 1 |
| with the AOT cache | $with | $(awk "BEGIN { printf \"%.2f\", $with / $without }") |

Printed by \`bench/aot-start.sh\` on $(platform).
TABLE
