package dev.plinth.infra.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementNotStatementArgs;

/** Which requests a rate limit counts: those for the API, or all others. WAF has a type of its own for each place. */
final class PathMatch {
    private static final String API = "/api/";
    private static final String AT_THE_START = "STARTS_WITH";
    /** As it came: CloudFront tells paths apart by letter case too. */
    private static final String AS_IT_IS = "NONE";

    private PathMatch() {}

    static WebAclRuleStatementRateBasedStatementScopeDownStatementArgs api() {
        var path = WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs.builder()
                .uriPath(
                        WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs
                                .builder()
                                .build())
                .build();
        var match = WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs.builder()
                .fieldToMatch(path)
                .positionalConstraint(AT_THE_START)
                .searchString(API)
                .textTransformations(
                        WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs
                                .builder()
                                .priority(0)
                                .type(AS_IT_IS)
                                .build())
                .build();
        return WebAclRuleStatementRateBasedStatementScopeDownStatementArgs.builder()
                .byteMatchStatement(match)
                .build();
    }

    static WebAclRuleStatementRateBasedStatementScopeDownStatementArgs notApi() {
        var path = WebAclRuleStatementByteMatchStatementFieldToMatchArgs.builder()
                .uriPath(WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs.builder()
                        .build())
                .build();
        var match = WebAclRuleStatementByteMatchStatementArgs.builder()
                .fieldToMatch(path)
                .positionalConstraint(AT_THE_START)
                .searchString(API)
                .textTransformations(WebAclRuleStatementByteMatchStatementTextTransformationArgs.builder()
                        .priority(0)
                        .type(AS_IT_IS)
                        .build())
                .build();
        var not = WebAclRuleStatementRateBasedStatementScopeDownStatementNotStatementArgs.builder()
                .statements(WebAclRuleStatementArgs.builder()
                        .byteMatchStatement(match)
                        .build())
                .build();
        return WebAclRuleStatementRateBasedStatementScopeDownStatementArgs.builder()
                .notStatement(not)
                .build();
    }
}
