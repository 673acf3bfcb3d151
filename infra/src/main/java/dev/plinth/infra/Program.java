package dev.plinth.infra;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.plinth.infra.config.Settings;

/** What the Pulumi engine runs. */
public final class Program {
    private Program() {}

    public static void main(String... args) {
        // Before anything touches the common pool: with a pool of one or two threads the Pulumi SDK never comes to an
        // end.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "8");
        Pulumi.run(Program::stack);
    }

    private static void stack(Context context) {
        Platform.build(context, Environment.of(Settings.ofProcess(context.stackName(), System.getenv())));
    }
}
