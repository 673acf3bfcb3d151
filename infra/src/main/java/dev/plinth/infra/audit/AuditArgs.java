package dev.plinth.infra.audit;

import com.pulumi.core.Output;
import dev.plinth.infra.notices.Signals;

/**
 * What the watch over an account is made from.
 *
 * @param keyArn encrypts the trail
 * @param diskKeyArn encrypts disks whose makers name no key
 */
public record AuditArgs(AuditSpec spec, Output<String> keyArn, Output<String> diskKeyArn, Signals signals) {}
