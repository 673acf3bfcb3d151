#!/usr/bin/env bash
# Prints what both packs add to a preview of production in the sandbox, and what the start of a pack takes.
#
# The stock CLI plans the same stack without packs, with both as programs and with both as folders, in turns, so that a
# machine that gets busier slows all of them. The first resource that the engine tells of parts the start, in which packs
# and program come up, from the planning after it. Figures are medians, in brackets the lowest.
set -euo pipefail

# shellcheck source=bench/policies/prepare.sh
. "$(dirname "$0")/policies/prepare.sh"
runs=${1:-7}
export PULUMI_DEBUG_COMMANDS=true

seconds() { awk -v begin="$1" -v end="$2" 'BEGIN { printf "%.3f\n", end - begin }'; }

# Previews with these arguments; adds the seconds before and after the first resource to files of this name.
preview() {
  local name=$1 begin first end
  shift
  rm -f "$work/events"
  mkfifo "$work/events"
  begin=$EPOCHREALTIME
  pulumi preview --non-interactive --event-log "$work/events" "$@" >>"$work/log" 2>&1 &
  {
    grep -q -m 1 '"resourcePreEvent"'
    first=$EPOCHREALTIME
    cat >/dev/null
  } <"$work/events"
  wait $! || fail "the preview failed"
  end=$EPOCHREALTIME
  seconds "$begin" "$first" >>"$work/$name.start"
  seconds "$first" "$end" >>"$work/$name.plan"
}

# Adds the seconds from the start of a command to its first line, and stops what it started.
port() {
  local name=$1 begin pack
  shift
  begin=$EPOCHREALTIME
  exec 3< <(exec setsid "$@" 2>>"$work/log")
  pack=$!
  read -r _ <&3 || fail "no port from: $*"
  seconds "$begin" "$EPOCHREALTIME" >>"$work/$name.port"
  kill -- "-$pack" 2>>"$work/log" || true
  exec 3<&-
}

median() { sort -n "$1" | sed -n "$((($(wc -l <"$1") + 1) / 2))p"; }
lowest() { sort -n "$1" | head -n 1; }
cell() { printf '%.2f (%.2f)' "$(median "$1")" "$(lowest "$1")"; }
ratio() { awk -v of="$(median "$1")" -v to="$(median "$2")" 'BEGIN { printf "%.2f", of / to }'; }

# A finding of today must not end the comparison: advisory rules do the same work.
echo '{"all": "advisory"}' >"$work/levels.json"
levels=(--policy-pack-config "$work/levels.json" --policy-pack-config "$work/levels.json")
programs=("${levels[@]}" --policy-pack "$root/policies/security/plinth-security" --policy-pack "$root/policies/backup/plinth-backup")
# What three rules cost is mostly what any pack costs.
small=(--policy-pack-config "$work/levels.json" --policy-pack "$root/policies/example")
folders=("${levels[@]}" --policy-pack "$root/policies/security" --policy-pack "$root/policies/backup")

printf 'measuring %s previews each way ...\n' "$runs" >&2
# Uncounted: fills the disk's cache, and Maven compiles what it has to.
preview uncounted "${folders[@]}"
for ((run = 0; run < runs; run++)); do
  preview without
  preview programs "${programs[@]}"
  preview folders "${folders[@]}"
  preview small "${small[@]}"
done

printf 'measuring %s starts of each pack ...\n' "$runs" >&2
maven=(mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.logFile=System.err
  --no-transfer-progress compile exec:java)
for ((run = 0; run < runs; run++)); do
  port jvm "${java[@]}" -cp "$bench" dev.plinth.bench.EmptyPack
  port security policies/security/plinth-security
  port backup policies/backup/plinth-backup
  port maven "${maven[@]}" -f bench/policies/pom.xml -Dexec.mainClass=dev.plinth.bench.EmptyPack
  port security-folder "${maven[@]}" -f policies/security/pom.xml
  port backup-folder "${maven[@]}" -f policies/backup/pom.xml
done

row() {
  printf '| %s | %s | %s | %s |\n' "$1" "$(cell "$work/$2.start")" "$(cell "$work/$2.plan")" \
    "$(ratio "$work/$2.plan" "$work/without.plan")"
}
beyond() { awk -v of="$(median "$1")" -v to="$(median "$2")" 'BEGIN { printf "%.2f", of - to }'; }
start() { printf '| %s | %s | %s |\n' "$1" "$(cell "$work/$2.port")" "$(beyond "$work/$2.port" "$work/$3.port")"; }
{
  printf '| preview of production, %s runs | start, s | planning, s | ratio of planning |\n|---|---|---|---|\n' "$runs"
  row "without packs" without
  row "both packs as programs" programs
  row "both packs as folders" folders
  row "a pack of three rules, as a folder" small
  printf '\n| start of a pack, to its port | seconds | beyond its launcher |\n|---|---|---|\n'
  start "a JVM that does nothing" jvm jvm
  start "security, program" security jvm
  start "backup, program" backup jvm
  start "Maven with a program that does nothing" maven maven
  start "security, folder" security-folder maven
  start "backup, folder" backup-folder maven
}
footer
