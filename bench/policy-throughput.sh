#!/usr/bin/env bash
# Prints how fast both packs read and judge a plan of production, measured by JMH on requests that the engine has sent.
#
# More arguments go to JMH, for example: bench/policy-throughput.sh -prof gc
set -euo pipefail

# shellcheck source=bench/policies/prepare.sh
. "$(dirname "$0")/policies/prepare.sh"
record

printf 'measuring ...\n' >&2
"$JAVA_HOME/bin/java" -cp "$bench" org.openjdk.jmh.Main -jvmArgs "-Dplinth.recording=$work/recording" \
  -rf csv -rff "$work/figures.csv" "$@" >"$work/jmh" 2>&1 || { cat "$work/jmh" >>"$work/log"; fail "JMH failed"; }
cat "$work/jmh" >&2

# "class.method:counter","thrpt",threads,samples,score,error,"unit"
figure() { awk -F, -v name="PlanBenchmark.$1\"" 'index($1, name) { printf "%.0f", $5 }' "$work/figures.csv"; }
error() { awk -F, -v name="PlanBenchmark.$1\"" 'index($1, name) { printf "%.0f", 100 * $6 / $5 }' "$work/figures.csv"; }
cat <<TABLE
| one thread, both packs | per second | ± % |
|---|---|---|
| resources read from the wire | $(figure decode:resources) | $(error decode:resources) |
| resources judged by inputs | $(figure judge:resources) | $(error judge:resources) |
| resources × rules judged by inputs | $(figure judge:resourcesTimesRules) | $(error judge:resourcesTimesRules) |
| resources read and judged as a stack | $(figure judgeStack:resources) | $(error judgeStack:resources) |
TABLE
footer
