package dev.plinth.ops;

import dev.plinth.ops.backup.BackupDesk;
import dev.plinth.ops.bootstrap.Aws;
import dev.plinth.ops.bootstrap.Bootstrap;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.command.AppCommand;
import dev.plinth.ops.command.BackupCommand;
import dev.plinth.ops.command.BootstrapCommand;
import dev.plinth.ops.command.CompletionCommand;
import dev.plinth.ops.command.CostCommand;
import dev.plinth.ops.command.DoctorCommand;
import dev.plinth.ops.command.DownCommand;
import dev.plinth.ops.command.DrillCommand;
import dev.plinth.ops.command.FailoverCommand;
import dev.plinth.ops.command.InventoryCommand;
import dev.plinth.ops.command.LintCommand;
import dev.plinth.ops.command.LogsCommand;
import dev.plinth.ops.command.ManifestsCommand;
import dev.plinth.ops.command.OutputCommand;
import dev.plinth.ops.command.PlinthCommand;
import dev.plinth.ops.command.PolicyCommand;
import dev.plinth.ops.command.PreviewCommand;
import dev.plinth.ops.command.ReleaseCommand;
import dev.plinth.ops.command.ReportCommand;
import dev.plinth.ops.command.RestoreCommand;
import dev.plinth.ops.command.RotateCommand;
import dev.plinth.ops.command.SandboxCommand;
import dev.plinth.ops.command.SiteCommand;
import dev.plinth.ops.command.StatusCommand;
import dev.plinth.ops.command.TestCommand;
import dev.plinth.ops.command.UpCommand;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.cost.Cost;
import dev.plinth.ops.doctor.Doctor;
import dev.plinth.ops.engine.PulumiCli;
import dev.plinth.ops.environment.ClearOutput;
import dev.plinth.ops.environment.CopyStacks;
import dev.plinth.ops.environment.Down;
import dev.plinth.ops.environment.Logs;
import dev.plinth.ops.environment.Planning;
import dev.plinth.ops.environment.Preview;
import dev.plinth.ops.environment.Runs;
import dev.plinth.ops.environment.Sessions;
import dev.plinth.ops.environment.ShellEnvironment;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.environment.Status;
import dev.plinth.ops.environment.Targets;
import dev.plinth.ops.environment.Up;
import dev.plinth.ops.export.Exports;
import dev.plinth.ops.failover.FailoverDesk;
import dev.plinth.ops.failover.Probes;
import dev.plinth.ops.house.House;
import dev.plinth.ops.inventory.InventoryKeeper;
import dev.plinth.ops.lint.Lint;
import dev.plinth.ops.manifests.ManifestExport;
import dev.plinth.ops.policy.Policies;
import dev.plinth.ops.process.ForegroundPrograms;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.process.QuietPrograms;
import dev.plinth.ops.recovery.Drill;
import dev.plinth.ops.recovery.Restore;
import dev.plinth.ops.recovery.Restores;
import dev.plinth.ops.recovery.Scratch;
import dev.plinth.ops.release.ReleaseDesk;
import dev.plinth.ops.release.ReleaseDesk.Machine;
import dev.plinth.ops.report.Reports;
import dev.plinth.ops.rotation.RotationDesk;
import dev.plinth.ops.sandbox.DaemonLaunch;
import dev.plinth.ops.sandbox.DaemonSandbox;
import dev.plinth.ops.site.Site;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The entry of the {@code plinth} command. */
public final class Ops {
    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .scopeType(ScopeType.INHERIT)
            .description("show this help")
            .build();

    private static final OptionSpec VERSION = OptionSpec.builder("--version")
            .versionHelp(true)
            .description("show the version")
            .build();

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var interruption = new Interruption();
        var console = Console.system(System.getenv());
        interruption.install(console.err()::line);
        var exitCode = run(arguments, interruption, console);
        interruption.finished();
        System.exit(exitCode);
    }

    private static int run(String[] arguments, Interruption interruption, Console console) {
        try {
            var parts = parts(House.from(System.getProperties()), interruption, console);
            return commandLine(parts).execute(arguments);
        } catch (Failure failure) {
            return new Errors(console, Path.of("."), interruption).tell(failure);
        }
    }

    /** The command line over the given parts; its result is the exit code. */
    static CommandLine commandLine(Parts parts) {
        var house = parts.house();
        var world = parts.world();
        var console = parts.console();
        var runs = new Runs(world.cli(), console, parts.clock());
        var targets = new Targets(house, world.jdk(), world.environment());
        var sessions = new Sessions(house, world.sandboxes(), targets, runs, parts.clock(), world.interruption());
        var planning = new Planning(house, sessions, targets, runs);
        var stackRuns = new StackRuns(house, planning, sessions, targets, runs, world.sandboxes());
        var copies = new CopyStacks(house, world.sandboxes(), targets, runs, parts.clock());
        var restores = restores(parts, stackRuns, copies);
        var errors = new Errors(console, house.state(), world.interruption());
        var plinth = new CommandLine(new PlinthCommand());
        plinth.getCommandSpec().addOption(HELP).addOption(VERSION).version(version(house));
        return plinth.addSubcommand(new UpCommand(new Up(house, sessions, targets, runs)))
                .addSubcommand(new PreviewCommand(new Preview(planning, runs)))
                .addSubcommand(new StatusCommand(new Status(house, targets, runs, world.sandboxes())))
                .addSubcommand(new OutputCommand(new ClearOutput(house, targets, runs)))
                .addSubcommand(new DownCommand(new Down(house, sessions, targets, runs)))
                .addSubcommand(new ManifestsCommand(new ManifestExport(house, planning, console)))
                .addSubcommand(new LintCommand(new Lint(house, planning, world.answers(), console)))
                .addSubcommand(new CostCommand(new Cost(planning, console)))
                .addSubcommand(new InventoryCommand(new InventoryKeeper(house, planning, console)))
                .addSubcommand(new PolicyCommand(new Policies(house, world.programs())))
                .addSubcommand(new BootstrapCommand(new Bootstrap(house, parts.aws(), console)))
                .addSubcommand(new RestoreCommand(new Restore(restores, copies, console, parts.clock())))
                .addSubcommand(new DrillCommand(new Drill(house, restores, console, parts.clock())))
                .addSubcommand(new ReleaseCommand(releases(parts, stackRuns, restores)))
                .addSubcommand(new SiteCommand(new Site(stackRuns, siteSurroundings(parts))))
                .addSubcommand(ReportCommand.of(reports(parts, stackRuns)))
                .addSubcommand(new BackupCommand(backups(parts, stackRuns), exports(parts, stackRuns)))
                .addSubcommand(new FailoverCommand(failovers(parts, stackRuns)))
                .addSubcommand(new RotateCommand(rotations(parts, stackRuns)))
                .addSubcommand(new LogsCommand(new Logs(house, world.sandboxes(), console, world.interruption())))
                .addSubcommand(new DoctorCommand(new Doctor(house, world.machine(), world.sandboxes(), console)))
                .addSubcommand(new TestCommand(house, world.programs()))
                .addSubcommand(new AppCommand(house, world.java(), world.programs()))
                .addSubcommand(
                        new SandboxCommand(new ShellEnvironment(house, sessions, targets, runs, world.environment())))
                .addSubcommand(new CompletionCommand(console))
                .setOut(console.out().writer())
                .setErr(console.err().writer())
                .setParameterExceptionHandler(errors::ofArguments)
                .setExecutionExceptionHandler((e, command, result) -> errors.tell(e));
    }

    private static Restores restores(Parts parts, StackRuns runs, CopyStacks copies) {
        var interruption = parts.world().interruption();
        return new Restores(runs, copies, parts.clouds(), parts.console(), parts.clock(), interruption);
    }

    private static ReleaseDesk releases(Parts parts, StackRuns runs, Restores restores) {
        var world = parts.world();
        var reach = new ReleaseDesk.Reach(runs, parts.clouds(), new Scratch(restores, parts.clock()));
        var machine = new Machine(parts.clock(), world.interruption(), world.answers(), world.environment());
        return new ReleaseDesk(parts.house(), reach, parts.console(), machine);
    }

    private static Exports exports(Parts parts, StackRuns runs) {
        var keeper = new Exports.Keeper(parts.house().buildId(), parts.console(), parts.clock());
        return new Exports(runs, parts.clouds(), keeper);
    }

    private static Reports reports(Parts parts, StackRuns runs) {
        var desk = new Reports.Desk(parts.house(), parts.world().answers(), parts.console(), parts.clock());
        return new Reports(runs, parts.clouds(), desk);
    }

    private static Site.Surroundings siteSurroundings(Parts parts) {
        return new Site.Surroundings(
                parts.clouds(), parts.console(), parts.clock(), parts.world().interruption());
    }

    private static BackupDesk backups(Parts parts, StackRuns runs) {
        var clock = new BackupDesk.Clock(parts.clock(), parts.world().interruption());
        return new BackupDesk(runs, parts.clouds(), parts.console(), clock);
    }

    private static FailoverDesk failovers(Parts parts, StackRuns runs) {
        var attempts = new FailoverDesk.Attempts(Probes.real(), parts.world().interruption());
        return new FailoverDesk(runs, parts.clouds(), parts.console(), attempts);
    }

    private static RotationDesk rotations(Parts parts, StackRuns runs) {
        var interruption = parts.world().interruption();
        return new RotationDesk(
                runs, new RotationDesk.Surroundings(parts.clouds(), parts.console(), parts.clock(), interruption));
    }

    /** The version of the jar that this runs from, and the build of the checkout. */
    private static String version(House house) {
        var version = Ops.class.getPackage().getImplementationVersion();
        return "plinth %s, build %s".formatted(version == null ? "of the class path" : version, house.buildId());
    }

    private static Parts parts(House house, Interruption interruption, Console console) {
        var jdk = Path.of(System.getProperty("java.home"));
        var launch = new DaemonLaunch(
                house.home().resolve("sandbox/target/sandbox.jar"), jdk.resolve("bin/java"), house.buildId());
        var world = new Parts.World(
                new PulumiCli(interruption),
                stack -> new DaemonSandbox(stack, launch, interruption),
                new ForegroundPrograms(interruption),
                new QuietPrograms(interruption),
                interruption,
                jdk,
                System.getenv());
        return new Parts(house, console, world, InstantSource.system(), Aws::in, Cloud::open);
    }

    private Ops() {}
}
