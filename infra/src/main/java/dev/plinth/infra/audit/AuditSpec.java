package dev.plinth.infra.audit;

import dev.plinth.infra.config.Section;

/**
 * Whether this stack watches its account.
 *
 * @param enabled off only where another stack in the same account does it, as AWS has most of it once an account
 */
public record AuditSpec(boolean enabled) {

    public static AuditSpec read(Section settings) {
        return new AuditSpec(settings.safeguard(
                "enabled", "unless another stack watches this account, nobody knows who did what, or sees an attack"));
    }
}
