package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.proxy.FirewallRule;
import dev.plinth.sandbox.proxy.FirewallRule.Match;
import dev.plinth.sandbox.proxy.FirewallRule.Rate;
import dev.plinth.sandbox.proxy.FirewallRule.Verdict;
import dev.plinth.sandbox.value.Properties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of a web ACL that the sandbox evaluates: rates by client address, and conditions on the path and on headers.
 * Rules that AWS manages, and others that need what only AWS knows, are left out.
 */
final class FirewallPlan {
    /** AWS WAF Developer Guide, rate-based rules: the window when none is given. */
    private static final int WINDOW_SECONDS = 300;

    private static final Map<String, String> TYPES =
            Map.of("APPLICATION_JSON", "application/json", "TEXT_HTML", "text/html", "TEXT_PLAIN", "text/plain");
    private final Properties acl;

    private FirewallPlan(Properties acl) {
        this.acl = acl;
    }

    static List<FirewallRule> of(Snapshot snapshot, String aclArn) {
        return snapshot.withOutput("aws:wafv2/webAcl:WebAcl", "arn", aclArn)
                .map(acl -> new FirewallPlan(new Properties(acl.inputs())).rules())
                .orElse(List.of());
    }

    private List<FirewallRule> rules() {
        var rules = new ArrayList<>(acl.each("rules").stream()
                .sorted(Comparator.comparingInt(rule -> rule.whole("priority").orElse(0)))
                .flatMap(rule -> rule(rule).stream())
                .toList());
        if (acl.in("defaultAction").has("block")) {
            rules.add(new FirewallRule(
                    "default",
                    new Match.All(List.of()),
                    null,
                    block(acl.in("defaultAction").in("block"))));
        }
        return List.copyOf(rules);
    }

    private Optional<FirewallRule> rule(Properties rule) {
        var name = rule.text("name").orElse("");
        var statement = rule.in("statement");
        var verdict = verdict(rule.in("action"));
        if (!statement.has("rateBasedStatement")) {
            return FirewallMatch.of(statement).map(match -> new FirewallRule(name, match, null, verdict));
        }
        var rated = statement.in("rateBasedStatement");
        var rate = new Rate(
                rated.whole("limit").orElse(0),
                rated.whole("evaluationWindowSec").orElse(WINDOW_SECONDS));
        var scope = rated.has("scopeDownStatement")
                ? FirewallMatch.of(rated.in("scopeDownStatement"))
                : Optional.<Match>of(new Match.All(List.of()));
        boolean byAddress = rated.text("aggregateKeyType").orElse("IP").equals("IP");
        return scope.filter(match -> byAddress).map(match -> new FirewallRule(name, match, rate, verdict));
    }

    private Verdict verdict(Properties action) {
        if (action.has("block")) {
            return block(action.in("block"));
        }
        return action.has("allow") ? new Verdict.Allow() : new Verdict.Count();
    }

    private Verdict block(Properties block) {
        var custom = block.in("customResponse");
        var body = custom.text("customResponseBodyKey").flatMap(this::body);
        var headers = new TreeMap<String, String>();
        custom.each("responseHeaders")
                .forEach(header -> headers.put(
                        header.text("name").orElse(""), header.text("value").orElse("")));
        var answer = new Action.FixedResponse(
                custom.whole("responseCode").orElse(403),
                body.flatMap(found -> found.text("contentType"))
                        .map(type -> TYPES.getOrDefault(type, "text/plain"))
                        .orElse("text/html"),
                body.flatMap(found -> found.text("content")).orElse("<h1>403 ERROR</h1>Request blocked."));
        return new Verdict.Block(answer, headers);
    }

    private Optional<Properties> body(String key) {
        return acl.each("customResponseBodies").stream()
                .filter(body -> body.text("key").filter(key::equals).isPresent())
                .findFirst();
    }
}
