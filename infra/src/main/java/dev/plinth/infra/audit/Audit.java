package dev.plinth.infra.audit;

import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/** The watch over the environment's account: who did what, what looks like an attack, and guards that hold everywhere in it. */
public final class Audit extends ComponentResource {

    public Audit(String name, AuditArgs args, Scope scope) {
        super("plinth:audit:Audit", name, scope.options());
        if (args.spec().enabled()) {
            var within = scope.within(this);
            new CallTrail(name, args.keyArn(), args.signals(), within);
            new ThreatDetection(name + "-threats", args.signals().topicArn(), within);
            new ChangeRecord(name + "-changes", within);
            new AccountGuards(name + "-guards", args.diskKeyArn(), within);
        }
        registerOutputs(Map.of());
    }
}
