package dev.plinth.sandbox.proxy.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The load balancer's main: comes up with the configuration that was in force last, and can be steered from then on. */
public final class ProxyProcess {
    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 4;
    /** So often that no second is without a look. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private ProxyProcess() {}

    private static void lookForEver(ProxyServer proxy) {
        while (true) {
            proxy.look();
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    public static void main(String[] arguments) throws IOException {
        // Read when the client's classes load: targets see the host that the client asked for.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        Path folder = Path.of(arguments[0]);
        XnioWorker worker = Xnio.getInstance()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_IO_THREADS, IO_THREADS)
                        .set(Options.WORKER_TASK_CORE_THREADS, WORKER_THREADS)
                        .set(Options.WORKER_TASK_MAX_THREADS, WORKER_THREADS)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        var proxy = new ProxyServer(worker);
        Optional<Saved> saved = Saved.read(folder);
        if (saved.isPresent()) {
            proxy.apply(saved.get().configuration(), saved.get().ports());
        }
        Thread.ofVirtual().name("looks at targets").start(() -> lookForEver(proxy));
        new ControlServer(folder, proxy, worker).start();
    }
}
