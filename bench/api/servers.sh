# For the scripts about the API: its servers and the API itself, started as its image starts it. To be sourced, with
# `root` set. What is started here ends with the script.

work=$(mktemp -d)
servers=
app=
crowd=
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# The image's own: see the end of app/Dockerfile.
options=(-Xlog:disable '-Xlog:gc*=warning,os*=warning:stderr' -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError)

die() {
  printf '%s: %s\n' "$(basename "$0" .sh)" "$1" >&2
  [ ! -s "$work/log" ] || tail -n 20 "$work/log" >&2
  exit 1
}

finish() {
  for process in $crowd $app; do kill "$process" 2>/dev/null || true; done
  # The servers end when their input does.
  exec 4>&- || true
  [ -z "$servers" ] || wait "$servers" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

"$java" --version 2>/dev/null | grep -qE '^(openjdk|java) (2[1-9]|[3-9][0-9])' ||
  die 'needs a JDK 21 or newer: set JAVA_HOME'

# Starts PostgreSQL and Redis, and puts the environment of an API that uses them into this shell.
start_servers() {
  cd "$root/app/target"
  [ -e app.jar ] || die 'no app/target/app.jar; build it first: mvn -pl app package'
  mkfifo "$work/stay"
  "$java" -cp "app.jar:libs/*:local-libs/*" dev.plinth.app.local.LocalServers \
    <"$work/stay" >"$work/environment" 2>"$work/log" &
  servers=$!
  exec 4>"$work/stay"
  # An empty line ends what they print.
  until grep -q '^$' "$work/environment"; do
    kill -0 "$servers" 2>/dev/null || die 'the servers did not start'
    sleep 0.1
  done
  set -a
  # shellcheck disable=SC1091 # It is written above.
  . "$work/environment"
  set +a
}

# Makes the cache that the image has.
rehearse() {
  "$java" "-XX:AOTCacheOutput=$work/app.aot" "${options[@]}" -XX:+UseSerialGC -jar app.jar rehearse >"$work/log" 2>&1
  [ -s "$work/app.aot" ] || die 'the rehearsal left no cache'
}

# Starts the API with more options for its JVM, and prints the milliseconds from the start of the process to the line
# that says that it is ready. What it says after that goes to the file `said`.
start_app() {
  local begin line
  rm -f "$work/said"
  begin=$(date +%s%N)
  "$java" "$@" "${options[@]}" -jar app.jar >"$work/said" 2>>"$work/log" &
  app=$!
  until grep -q '"msg":"Ready"' "$work/said" 2>/dev/null; do
    kill -0 "$app" 2>/dev/null || die 'the API did not start'
    sleep 0.005
  done
  echo $((($(date +%s%N) - begin) / 1000000))
}

stop_app() {
  kill "$app"
  while kill -0 "$app" 2>/dev/null; do sleep 0.02; done
  app=
}

platform() { printf '%s cores, %s, %s' "$(nproc)" "$("$java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/JDK \1/p')" "$(date +%Y-%m-%d)"; }
