#!/usr/bin/env bash
# Prints how long the API takes from the start of its JVM until it is ready, with and without the cache that its image
# has, and the ratio. No container engine is needed: the command line is the image's.
#
# Both ways take turns, so that a machine that gets busier slows both; figures are medians.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-11}
work=$(mktemp -d)
servers=
app=
finish() {
  [ -z "$app" ] || kill "$app" 2>/dev/null || true
  # The servers end when their input does.
  exec 4>&- || true
  [ -z "$servers" ] || wait "$servers" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cd "$root/app/target"
[ -e app.jar ] || { printf 'aot-start: no app/target/app.jar; build it first: mvn -pl app package\n' >&2; exit 1; }

mkfifo "$work/stay"
"$java" -cp "app.jar:libs/*:local-libs/*" dev.plinth.app.local.LocalServers \
  <"$work/stay" >"$work/environment" 2>"$work/log" &
servers=$!
exec 4>"$work/stay"
# An empty line ends what they print.
until grep -q '^$' "$work/environment"; do
  kill -0 "$servers" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
set -a
# shellcheck disable=SC1091 # It is written above.
. "$work/environment"
set +a

options=(-Xlog:disable '-Xlog:gc*=warning,os*=warning:stderr' -XX:+UseSerialGC -XX:MaxRAMPercentage=70
  -XX:+ExitOnOutOfMemoryError)
printf 'rehearsing ...\n' >&2
"$java" "-XX:AOTCacheOutput=$work/app.aot" "${options[@]}" -jar app.jar rehearse >"$work/log" 2>&1
[ -s "$work/app.aot" ] || { cat "$work/log" >&2; exit 1; }

# Prints the milliseconds from the start of the process to the line that says that it is ready.
start() {
  local begin line
  begin=$(date +%s%N)
  exec 3< <(exec "$java" "$@" "${options[@]}" -jar app.jar 2>>"$work/log")
  app=$!
  while read -r line <&3; do
    case $line in *'"msg":"Ready"'*) break ;; esac
  done
  [ -n "$line" ] || { cat "$work/log" >&2; exit 1; }
  echo $((($(date +%s%N) - begin) / 1000000))
  kill "$app"
  exec 3<&-
  while kill -0 "$app" 2>/dev/null; do sleep 0.02; done
  app=
}

median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }

printf 'measuring %s starts each way ...\n' "$runs" >&2
# Uncounted: fills the disk's cache, and migrates.
start >/dev/null
for ((run = 0; run < runs; run++)); do
  start >>"$work/without"
  start "-XX:AOTCache=$work/app.aot" >>"$work/with"
done

without=$(median "$work/without")
with=$(median "$work/with")
cat <<TABLE
| start of the API until it is ready | milliseconds | ratio |
|---|---|---|
| without the AOT cache | $without | 1 |
| with the AOT cache | $with | $(awk "BEGIN { printf \"%.2f\", $with / $without }") |

Printed by \`bench/aot-start.sh\` on $(nproc) cores, $("$java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/JDK \1/p'), $(date +%Y-%m-%d).
TABLE
