package dev.plinth.infra.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockCustomResponseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockCustomResponseResponseHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRegexMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRegexMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRegexMatchStatementFieldToMatchSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRegexMatchStatementTextTransformationArgs;
import java.util.List;

/** The firewall's rules that know this product: its limits, and where its API is. */
final class OwnRules {
    /** The keys of the answers. */
    static final String TOO_MANY = "too-many-requests";

    static final String TOO_LARGE = "body-too-large";

    private static final int WINDOW_SECONDS = 60;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONTENT_TOO_LARGE = 413;
    /**
     * Bodies that say of themselves to have 1,100,000 bytes or more. The API takes 1 MiB and answers what is a little
     * above that itself. WAF cannot compare numbers, and it measures no more than the first 64 KB of a body.
     */
    private static final String LARGE = "^(1[1-9]\\d{5}|[2-9]\\d{6}|\\d{8,})$";

    private OwnRules() {}

    static WebAclRuleArgs.Builder apiRate(FirewallSpec spec) {
        return rate("rate-api", spec.apiPerMinute(), spec, PathMatch.api());
    }

    static WebAclRuleArgs.Builder siteRate(FirewallSpec spec) {
        return rate("rate-site", spec.sitePerMinute(), spec, PathMatch.notApi());
    }

    static WebAclRuleArgs.Builder body(FirewallSpec spec) {
        var field = WebAclRuleStatementRegexMatchStatementFieldToMatchArgs.builder()
                .singleHeader(WebAclRuleStatementRegexMatchStatementFieldToMatchSingleHeaderArgs.builder()
                        .name("content-length")
                        .build())
                .build();
        var match = WebAclRuleStatementRegexMatchStatementArgs.builder()
                .regexString(LARGE)
                .fieldToMatch(field)
                .textTransformations(WebAclRuleStatementRegexMatchStatementTextTransformationArgs.builder()
                        .priority(0)
                        .type("NONE")
                        .build())
                .build();
        return FirewallRules.named("body-size")
                .action(action(spec.mode(RuleSet.BODY), answer(CONTENT_TOO_LARGE, TOO_LARGE)))
                .statement(WebAclRuleStatementArgs.builder()
                        .regexMatchStatement(match)
                        .build());
    }

    private static WebAclRuleArgs.Builder rate(
            String name,
            int limit,
            FirewallSpec spec,
            WebAclRuleStatementRateBasedStatementScopeDownStatementArgs paths) {
        var waitABit = WebAclRuleActionBlockCustomResponseResponseHeaderArgs.builder()
                .name("Retry-After")
                .value(String.valueOf(WINDOW_SECONDS))
                .build();
        var statement = WebAclRuleStatementRateBasedStatementArgs.builder()
                .limit(limit)
                .evaluationWindowSec(WINDOW_SECONDS)
                .aggregateKeyType("IP")
                .scopeDownStatement(paths)
                .build();
        return FirewallRules.named(name)
                .action(action(
                        spec.mode(RuleSet.RATE),
                        answer(TOO_MANY_REQUESTS, TOO_MANY).responseHeaders(List.of(waitABit))))
                .statement(WebAclRuleStatementArgs.builder()
                        .rateBasedStatement(statement)
                        .build());
    }

    private static WebAclRuleActionBlockCustomResponseArgs.Builder answer(int status, String body) {
        return WebAclRuleActionBlockCustomResponseArgs.builder()
                .responseCode(status)
                .customResponseBodyKey(body);
    }

    private static WebAclRuleActionArgs action(
            FirewallSpec.Mode mode, WebAclRuleActionBlockCustomResponseArgs.Builder answer) {
        var action = WebAclRuleActionArgs.builder();
        return switch (mode) {
            case COUNT ->
                action.count(WebAclRuleActionCountArgs.builder().build()).build();
            case BLOCK ->
                action.block(WebAclRuleActionBlockArgs.builder()
                                .customResponse(answer.build())
                                .build())
                        .build();
        };
    }
}
