package dev.plinth.infra;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.plinth.infra.config.Settings;
import dev.plinth.infra.image.BuildContext;
import dev.plinth.infra.recovery.RecoveryStack;
import java.nio.file.Path;
import java.util.logging.Logger;

/** What the Pulumi engine runs. */
public final class Program {
    /** Relative, so that the state of a stack does not depend on where somebody keeps the checkout. */
    private static final BuildContext APP = new BuildContext(Path.of("../app"));

    /**
     * The SDK tells the engine of every error and logs it to standard error too, where it would be told a second
     * time. Kept here because the JDK forgets loggers that nobody holds.
     */
    private static final Logger SDK_LOG = Logger.getLogger("com.pulumi");

    private Program() {}

    public static void main(String... args) {
        // Before anything touches the common pool: with one or two threads in it the Pulumi SDK never ends.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "8");
        SDK_LOG.setUseParentHandlers(false);
        Pulumi.run(Program::stack);
    }

    private static void stack(Context context) {
        PatientLoop.start();
        var settings = Settings.ofProcess(context.stackName(), System.getenv());
        if (RecoveryStack.isMeant(settings)) {
            Restoration.build(context, RecoveryStack.of(settings));
        } else {
            Platform.build(context, Environment.of(settings), APP);
        }
    }
}
