package dev.plinth.app;

import static java.lang.System.Logger.Level.ERROR;

import dev.plinth.app.lifecycle.StartupException;
import dev.plinth.app.logging.Logging;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/** The process: environment and command in, exit code out. */
public final class Main {
    public static void main(String[] arguments) {
        try {
            run(List.of(arguments), System.getenv());
        } catch (ConfigurationException wrong) {
            exit(ExitCode.CONFIGURATION, String.valueOf(wrong.getMessage()));
        } catch (StartupException impossible) {
            exit(ExitCode.CANNOT_START, String.valueOf(impossible.getMessage()));
        } catch (RuntimeException | Error fault) {
            System.getLogger(Main.class.getName()).log(ERROR, "The app failed at start", fault);
            exit(ExitCode.FAILED, "The Metrics Definition Library failed at start; the log says where.");
        }
    }

    private static void run(List<String> arguments, Map<String, String> environment) {
        switch (String.join(" ", arguments)) {
            case "" -> serve(Configuration.from(environment));
            case "migrate" -> migrate(MigrationSettings.from(environment));
            case "rehearse" -> rehearse();
            default ->
                exit(
                        ExitCode.CONFIGURATION,
                        "Unknown command '%s': expected none to serve, 'migrate' or 'rehearse'"
                                .formatted(String.join(" ", arguments)));
        }
    }

    private static void serve(Configuration configuration) {
        Logging.install(configuration.logLevel(), System.out);
        Application application = Application.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application), "drain"));
    }

    private static void migrate(MigrationSettings settings) {
        Logging.install(settings.logLevel(), System.out);
        Migration.run(settings);
    }

    private static void rehearse() {
        Logging.install(Level.INFO, System.out);
        Rehearsal.run();
    }

    private static void stop(Application application) {
        application.close();
        // A JVM that a signal ends reports 128 + signal; an app that drained as it was told to has not failed.
        Runtime.getRuntime().halt(ExitCode.DONE.value());
    }

    private static void exit(ExitCode code, String message) {
        System.err.println(message);
        System.exit(code.value());
    }

    private Main() {}
}
