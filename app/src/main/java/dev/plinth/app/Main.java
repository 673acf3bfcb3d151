package dev.plinth.app;

import static java.lang.System.Logger.Level.ERROR;

import dev.plinth.app.lifecycle.StartupException;
import dev.plinth.app.logging.Logging;

/** The process: environment in, exit code out. */
public final class Main {
    public static void main(String[] arguments) {
        try {
            Configuration configuration = Configuration.from(System.getenv());
            Logging.install(configuration.logLevel(), System.out);
            Application application = Application.start(configuration);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application), "drain"));
        } catch (ConfigurationException wrong) {
            exit(ExitCode.CONFIGURATION, String.valueOf(wrong.getMessage()));
        } catch (StartupException impossible) {
            exit(ExitCode.CANNOT_START, String.valueOf(impossible.getMessage()));
        } catch (RuntimeException | Error fault) {
            System.getLogger(Main.class.getName()).log(ERROR, "The app failed at start", fault);
            exit(ExitCode.FAILED, "The Metrics Definition Library failed at start; the log says where.");
        }
    }

    private static void stop(Application application) {
        application.close();
        // A JVM that a signal ends reports 128 + signal; an app that drained as it was told to has not failed.
        Runtime.getRuntime().halt(ExitCode.STOPPED.value());
    }

    private static void exit(ExitCode code, String message) {
        System.err.println(message);
        System.exit(code.value());
    }

    private Main() {}
}
