package dev.plinth.policies.example;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.PolicyPackSource;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;

/** A pack to copy. */
public final class ExamplePack implements PolicyPackSource {
    /** For those who look for packs on the class path. */
    public ExamplePack() {}

    @Override
    public PolicyPack policyPack() {
        return pack();
    }

    /** The pack with all its rules. */
    public static PolicyPack pack() {
        return new PolicyPack(
                "example",
                "0.1.0",
                "A pack to copy",
                List.of(new FunctionLogGroup(), new LogRetention(), new RequiredTags()));
    }

    /** Serves the pack to the Pulumi engine. */
    public static void main(String[] args) {
        PolicyServer.serve(args, ExamplePack::pack);
    }
}
