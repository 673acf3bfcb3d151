package dev.plinth.ops.bootstrap;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Permissions;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.house.House;
import java.util.ArrayList;
import java.util.List;

/** Makes the bucket and the key in which Pulumi keeps the state of a stack; what is there already stays as it is. */
public final class Bootstrap {
    private final House house;
    private final Aws.Regions regions;
    private final Console console;

    public Bootstrap(House house, Aws.Regions regions, Console console) {
        this.house = house;
        this.regions = regions;
        this.console = console;
    }

    /** Shows what is missing, makes it after a yes, and tells how to go on. */
    public void run(String stack, boolean yes, boolean json) {
        var home = Home.of(house, stack);
        try (var aws = regions.apply(home.region())) {
            requireAccount(aws, stack, home);
            var missing = steps(aws, home).stream()
                    .filter(step -> !step.isDone().getAsBoolean())
                    .toList();
            var narration = console.narration(json);
            missing.forEach(step -> narration.line("  + " + step.what()));
            if (missing.isEmpty()) {
                narration.line("everything is there in account %s, %s".formatted(home.account(), home.region()));
            } else {
                requireConfirmation(stack, home, yes);
                missing.forEach(step -> {
                    step.carryOut().run();
                    narration.line(narration.paint(Colour.GREEN, "  done ") + step.what());
                });
            }
            tellHowToGoOn(stack, home, missing, json);
        }
    }

    private static List<Step> steps(Aws aws, Home home) {
        var key = new StateKey(aws.kms());
        var steps = new ArrayList<>(key.steps());
        steps.addAll(new StateBucket(aws.s3(), home, key).steps());
        return steps;
    }

    private static void requireAccount(Aws aws, String stack, Home home) {
        var caller = Permissions.ask("sts:GetCallerIdentity", "*", aws.sts()::getCallerIdentity);
        if (!home.account().equals(caller.account())) {
            throw Failure.failed(
                    "%s belongs to account %s, and you are signed in to account %s; nothing was changed"
                            .formatted(stack, home.account(), caller.account()),
                    "signed in as: " + caller.arn(),
                    "sign in to the other account, or correct plinth:account in Pulumi.%s.yaml".formatted(stack));
        }
    }

    private void requireConfirmation(String stack, Home home, boolean yes) {
        if (yes) {
            return;
        }
        if (!console.interactive()) {
            throw Failure.usage(
                    "bootstrap %s changes an account, and there is no terminal to ask on".formatted(stack),
                    "if the lines above are right: plinth bootstrap %s --yes".formatted(stack));
        }
        if (!console.confirms("Make this in account %s, %s?".formatted(home.account(), home.region()))) {
            throw Failure.failed("not confirmed; nothing was changed");
        }
    }

    private void tellHowToGoOn(String stack, Home home, List<Step> made, boolean json) {
        if (json) {
            var data = Json.object()
                    .put("stack", stack)
                    .put("account", home.account())
                    .put("region", home.region())
                    .put("bucket", home.bucket())
                    .put("key", Home.ALIAS)
                    .put("backend", home.backend())
                    .put("secretsProvider", home.secretsProvider());
            var steps = data.putArray("made");
            made.forEach(step -> steps.add(step.what()));
            console.out().line(Json.print(data));
            return;
        }
        console.out().line("next:");
        console.out().line("  pulumi login '%s'".formatted(home.backend()));
        console.out().line("  pulumi stack init %s --secrets-provider '%s'".formatted(stack, home.secretsProvider()));
        console.out().line("  plinth up " + stack);
    }
}
