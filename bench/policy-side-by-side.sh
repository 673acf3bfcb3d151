#!/usr/bin/env bash
# Prints the times of the same ten rules in Java and in TypeScript, in one run over the engine's protocol.
#
# Both ways to start a pack are there: as a program that is built, and as a folder the way the language hosts start it,
# which is Maven for Java and ts-node for TypeScript. Needs Node.js 20 or newer and npm beside what Plinth needs.
set -euo pipefail

# shellcheck source=bench/policies/prepare.sh
. "$(dirname "$0")/policies/prepare.sh"
rounds=${1:-5}
record

typescript=$root/bench/policies-typescript
(cd "$typescript" && npm ci --ignore-scripts && npm run build) >>"$work/log" 2>&1 || fail "npm failed"

printf 'measuring %s rounds ...\n' "$rounds" >&2
"$JAVA_HOME/bin/java" -cp "$bench" dev.plinth.bench.SideBySide "$work/recording" "$rounds" \
  "Java, program=$root=${java[*]} -cp $bench dev.plinth.bench.TenRulesPack ENGINE" \
  "TypeScript, program=$typescript=node bin/index.js ENGINE" \
  "Java, folder=$root=mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.logFile=System.err \
--no-transfer-progress compile exec:java -f bench/policies/pom.xml -Dexec.args=ENGINE" \
  "TypeScript, folder=$typescript=node node_modules/@pulumi/pulumi/cmd/run-policy-pack ENGINE ." \
  >"$work/table" 2>>"$work/log" || fail "the comparison failed"
cat "$work/table"
footer
printf 'TypeScript: Node.js %s, @pulumi/policy %s.\n' "$(node --version)" \
  "$(node -p "require('$typescript/node_modules/@pulumi/policy/package.json').version")"
