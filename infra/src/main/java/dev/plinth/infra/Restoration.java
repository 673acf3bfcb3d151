package dev.plinth.infra;

import com.pulumi.Context;
import dev.plinth.infra.component.Account;
import dev.plinth.infra.recovery.Recovery;
import dev.plinth.infra.recovery.RecoveryStack;
import java.util.Map;

/** What the program builds for a stack that is nothing but a copy of another one's database. */
final class Restoration {
    private Restoration() {}

    static void build(Context context, RecoveryStack stack) {
        // There is no second region to a copy: whatever asked for one would get this one.
        var account = new Account(stack.account(), stack.region(), stack.region());
        var recovery =
                new Recovery(stack.spec(), Providers.homeScope(new Identity(stack.stack(), account, false, Map.of())));
        context.export("endpoint", recovery.endpoint());
        context.export("identifier", recovery.identifier());
        context.export("password", recovery.password());
    }
}
