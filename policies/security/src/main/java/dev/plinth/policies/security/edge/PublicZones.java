package dev.plinth.policies.security.edge;

import com.pulumi.aws.route53.Zone;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;

/** The hosted zones that everybody can ask. */
final class PublicZones {
    static final ResourceTypes ZONES = ResourceTypes.of(Zone.class);
    static final Property<String> ID = ZONES.text("zoneId");
    private static final ObjectProperty<List<Properties>> NETWORKS = ZONES.objects("vpcs");

    private PublicZones() {}

    static boolean include(Resource zone) {
        return !zone.has(NETWORKS);
    }

    static Judgement privateZone() {
        return Judgement.notApplicable("is about public zones");
    }
}
