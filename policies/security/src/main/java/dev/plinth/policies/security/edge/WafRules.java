package dev.plinth.policies.security.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.wafv2.WebAcl;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.ResourceTypes;
import java.util.List;

/** The rules of a web ACL, which are given as objects or as JSON. */
final class WafRules {
    static final ResourceTypes ACLS = ResourceTypes.of(WebAcl.class);
    static final ObjectProperty<List<Properties>> RULES = ACLS.objects("rules");
    static final Property<JsonNode> JSON = ACLS.json("ruleJson");

    private WafRules() {}
}
