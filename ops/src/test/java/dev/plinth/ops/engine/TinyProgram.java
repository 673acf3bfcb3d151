package dev.plinth.ops.engine;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import java.util.Map;

/** A Pulumi program that needs no provider: one component, and outputs of every shape. */
public final class TinyProgram {
    public static void main(String[] arguments) {
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "8");
        Pulumi.run(context -> {
            if (context.config().getBoolean("broken").orElse(false)) {
                throw new IllegalStateException("plinth:broken must not be true");
            }
            var unused = new Thing();
            context.export("apiUrl", Output.of("https://localhost:8443"));
            context.export("release", Output.of(Map.of("live", "blue", "weights", Map.of("blue", 100, "green", 0))));
            context.export("password", Output.ofSecret("hunter2"));
        });
    }

    private static final class Thing extends ComponentResource {
        Thing() {
            super("plinth:test:Thing", "thing");
            registerOutputs(Map.of());
        }
    }

    private TinyProgram() {}
}
