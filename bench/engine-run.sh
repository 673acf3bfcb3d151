#!/usr/bin/env bash
# Prints what one run of the engine costs, a preview of production in the sandbox with both packs: as the stock CLI does it
# in a checkout, where Maven starts program and packs, and as the plinth command does, from what it has built.
#
# engine-run.sh [RUNS]: both ways in turns, so that a machine that gets busier slows both. Processor time is that of every
# process of the run, the CLI's own included; the sandbox is a process beside it. Figures are medians.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-3}
work=$(mktemp -d)
export PLINTH_STATE_HOME=$work/state
finish() {
  (cd "$root" && ./plinth down production --sandbox) >>"$work/log" 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

fail() {
  tail -n 40 "$work/log" >&2
  printf 'engine-run: %s, the last lines are above\n' "$1" >&2
  exit 1
}

# All processes of a session: number, processor time in ticks.
ticks() {
  cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^\([0-9]*\) (.*) /\1 /' | awk -v session="$1" '$5 == session { print $1, $13 + $14 }'
}

# Runs a command in a folder; adds its seconds on the clock and of the processors to files of this name.
measure() {
  local name=$1 folder=$2 begin run
  shift 2
  : >"$work/ticks"
  begin=$EPOCHREALTIME
  (cd "$folder" && exec setsid "$@") >>"$work/log" 2>&1 &
  run=$!
  while kill -0 $run 2>/dev/null; do
    ticks $run >>"$work/ticks" || true
    sleep 0.1
  done
  wait $run || fail "the preview failed"
  awk -v begin="$begin" -v end="$EPOCHREALTIME" 'BEGIN { printf "%.1f\n", end - begin }' >>"$work/$name.clock"
  awk -v hz="$(getconf CLK_TCK)" '{ most[$1] = $2 } END { for (one in most) sum += most[one]; printf "%.1f\n", sum / hz }' \
    "$work/ticks" >>"$work/$name.cpu"
}

cd "$root"
printf 'building ...\n' >&2
./plinth sandbox env production >"$work/environment" 2>"$work/log" || fail "there is no sandbox"
set +u
# shellcheck disable=SC1091 # It is written above.
. "$work/environment"
set -u

# The project that plinth has written, and the same by Maven.
built=$PLINTH_STATE_HOME/production/project
cp -R "$built" "$work/maven"
printf 'name: plinth\nruntime: java\nmain: %s\n' "$root/infra" >"$work/maven/Pulumi.yaml"
# A finding of today must not end the comparison: advisory rules do the same work.
echo '{"all": "advisory"}' >"$work/levels.json"
preview() {
  local name=$1 folder=$2 security=$3 backup=$4
  measure "$name" "$folder" pulumi preview --non-interactive --stack production \
    --policy-pack "$root/policies/$security" --policy-pack-config "$work/levels.json" \
    --policy-pack "$root/policies/$backup" --policy-pack-config "$work/levels.json"
}
maven() { preview "$1" "$work/maven" security backup; }
# The flags of dev.plinth.ops.environment.Targets.
jar() {
  JDK_JAVA_OPTIONS='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED' \
    preview "$1" "$built" security/plinth-security backup/plinth-backup
}

printf 'measuring %s previews each way ...\n' "$runs" >&2
# Uncounted: fills the disk's cache, and Maven compiles what it has to.
maven uncounted
for ((run = 0; run < runs; run++)); do
  maven maven
  jar jar
done

median() { sort -n "$1" | sed -n "$((($(wc -l <"$1") + 1) / 2))p"; }
ratio() { awk -v of="$(median "$1")" -v to="$(median "$2")" 'BEGIN { printf "%.2f", of / to }'; }
row() {
  printf '| %s | %s | %s | %s | %s |\n' "$1" "$(median "$work/$2.cpu")" "$(ratio "$work/$2.cpu" "$work/maven.cpu")" \
    "$(median "$work/$2.clock")" "$(ratio "$work/$2.clock" "$work/maven.clock")"
}
cat <<TABLE
| preview of production with both packs, $runs runs | processor time, s | ratio | on the clock, s | ratio |
|---|---|---|---|---|
$(row "the stock CLI in a checkout: by Maven" maven)
$(row "the plinth command: from what it has built" jar)

Printed by \`bench/engine-run.sh\` on $(nproc) cores, JDK $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p'), $(date +%Y-%m-%d).
TABLE
