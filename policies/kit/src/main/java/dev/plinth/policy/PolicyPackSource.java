package dev.plinth.policy;

/**
 * Gives a pack to whoever looks for packs on the class path by {@link java.util.ServiceLoader}; a pack that wants to be found
 * names its implementation in {@code META-INF/services/dev.plinth.policy.PolicyPackSource}.
 */
public interface PolicyPackSource {
    /** The pack; throws {@link PolicyPackException} if the engine could not run it either. */
    PolicyPack policyPack();
}
