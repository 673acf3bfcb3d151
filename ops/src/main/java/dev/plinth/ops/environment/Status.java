package dev.plinth.ops.environment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.progress.RunReport;
import dev.plinth.ops.sandbox.Daemon;
import dev.plinth.ops.sandbox.SandboxProcess;
import dev.plinth.ops.sandbox.SandboxStatus;
import dev.plinth.ops.sandbox.Sandboxes;
import java.util.List;
import java.util.Optional;

/** Tells what an environment is now: its outputs and, for a sandboxed one, its processes. */
public final class Status {
    private static final List<String> ADDRESSES = List.of("apiUrl", "liveColour");

    private final House house;
    private final Targets targets;
    private final Runs runs;
    private final Sandboxes sandboxes;

    public Status(House house, Targets targets, Runs runs, Sandboxes sandboxes) {
        this.house = house;
        this.targets = targets;
        this.runs = runs;
        this.sandboxes = sandboxes;
    }

    /** What is known of an environment. */
    private record Picture(
            String stack, Optional<Outputs> outputs, Optional<Daemon> daemon, Optional<SandboxStatus> sandbox) {
        boolean isUp() {
            return outputs.filter(known -> !known.values().isEmpty()).isPresent();
        }
    }

    /** Prints what the environment is. */
    public void run(Selection selection, boolean json) {
        var stack = house.stack(selection.stack());
        var picture = selection.sandboxed() ? sandboxed(stack) : real(stack);
        var console = runs.console();
        if (json) {
            console.out().line(Json.print(json(picture)));
        } else {
            print(picture, console, selection.sandboxed());
        }
    }

    private Picture sandboxed(StackHome stack) {
        if (!stack.exists() || !stack.project().toFile().isDirectory()) {
            return new Picture(stack.stack(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        var sandbox = sandboxes.of(stack);
        var outputs =
                runs.engine(stack, targets.sandboxed(stack, Optional.empty())).outputs();
        return new Picture(stack.stack(), outputs, sandbox.running(), sandbox.status());
    }

    private Picture real(StackHome stack) {
        var outputs = runs.engine(stack, targets.real(stack, Optional.empty())).outputs();
        return new Picture(stack.stack(), outputs, Optional.empty(), Optional.empty());
    }

    private static ObjectNode json(Picture picture) {
        var data = Json.object().put("stack", picture.stack()).put("up", picture.isUp());
        for (var name : ADDRESSES) {
            picture.outputs().flatMap(outputs -> outputs.text(name)).ifPresent(value -> data.put(name, value));
        }
        picture.sandbox().ifPresent(sandbox -> data.put("caFile", sandbox.caFile()));
        picture.daemon()
                .ifPresent(daemon ->
                        data.putObject("daemon").put("pid", daemon.pid()).put("buildId", daemon.buildId()));
        var processes = data.putArray("processes");
        picture.sandbox().map(SandboxStatus::processes).orElse(List.of()).forEach(processes::addPOJO);
        var outputs = data.putObject("outputs");
        picture.outputs().ifPresent(known -> known.values().forEach(outputs::set));
        return data;
    }

    private static void print(Picture picture, Console console, boolean sandboxed) {
        var out = console.out();
        if (!picture.isUp()) {
            out.line("%s is not up; bring it up with: plinth up %s".formatted(picture.stack(), picture.stack()));
        } else {
            out.line(out.paint(Colour.BOLD, picture.stack() + " is up"));
            var outputs = RunReport.outputs(picture.outputs().orElse(Outputs.none()));
            picture.sandbox().ifPresent(sandbox -> outputs.row("caFile", sandbox.caFile()));
            out.lines(outputs.lines());
            picture.outputs().flatMap(Delegation::of).filter(hint -> !sandboxed).ifPresent(out::line);
        }
        picture.sandbox().ifPresent(sandbox -> {
            out.line(out.paint(Colour.BOLD, "processes"));
            out.lines(processes(sandbox.processes()));
        });
        if (sandboxed && picture.isUp() && picture.sandbox().isEmpty()) {
            console.err().line("plinth: its sandbox daemon does not run; plinth up starts it again");
        }
    }

    private static List<String> processes(List<SandboxProcess> processes) {
        var table = new Table();
        processes.forEach(process ->
                table.row(process.name(), process.kind(), process.address(), process.state(), "pid " + process.pid()));
        return table.lines();
    }
}
