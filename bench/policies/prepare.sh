# shellcheck shell=bash
# Sourced by bench/policy-*.sh: builds, opens a sandbox of its own for the production stack, and cleans up at the end.
# Leaves $root, $work (a folder that goes), $bench (the class path of bench/policies) and `pulumi` for the stack.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
script=bench/$(basename "$0")
work=$(mktemp -d)
export PLINTH_STATE_HOME=$work/state
finish() {
  (cd "$root" && ./plinth down production --sandbox) >>"$work/log" 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

fail() {
  tail -n 40 "$work/log" >&2
  printf '%s: %s, the last lines are above\n' "$script" "$1" >&2
  exit 1
}

cd "$root"
printf 'building ...\n' >&2
./plinth sandbox env production >"$work/environment" 2>"$work/log" || fail "there is no sandbox"
set +u
# shellcheck disable=SC1091 # It is written above.
. "$work/environment"
set -u
mvn -B -ntp -q -P bench -pl bench/policies -am package -Dmaven.test.skip=true -Dspotless.check.skip=true \
  >>"$work/log" 2>&1 || fail "the build failed"
bench=$root/bench/policies/target/classes:$(cat "$root/bench/policies/target/classpath")
# The flags of policies/launch.
java=("$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
  -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow)

# Has the engine plan production for a pack that keeps what it is sent, in $work/recording.
record() {
  printf 'recording a plan of production ...\n' >&2
  mkdir "$work/recording"
  {
    printf '#!/bin/sh\nexec'
    printf " '%s'" "${java[@]}" -cp "$bench" dev.plinth.bench.RecordingPack "$work/recording"
    printf '\n'
  } >"$work/record"
  chmod +x "$work/record"
  pulumi preview --non-interactive --policy-pack "$work/record" >>"$work/log" 2>&1 || fail "the preview failed"
}

footer() {
  printf '\nPrinted by `%s` on %s cores, JDK %s, %s.\n' "$script" "$(nproc)" \
    "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')" "$(date +%Y-%m-%d)"
}
