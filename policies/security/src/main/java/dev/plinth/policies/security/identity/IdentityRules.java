package dev.plinth.policies.security.identity;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about identities, keys and secrets, by name. */
public final class IdentityRules {
    private IdentityRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new IamNoAdminManaged(),
                new IamNoAdminStar(),
                new IamNoDecryptAll(),
                new IamNoEscalation(),
                new IamNoMixedPolicyStyles(),
                new IamNoServiceStar(),
                new IamNoUserPolicies(),
                new IamNoUsersOrKeys(),
                new IamPasswordPolicy(),
                new IamTrustNotPublic(),
                new KmsPolicyNotPublic(),
                new KmsRotation(),
                new ProviderNoStaticKeys(),
                new SecretCustomerKey(),
                new SecretPolicyNotPublic(),
                new SecretRotation(),
                new SensitiveInputsAreSecret());
    }
}
