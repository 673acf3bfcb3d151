package dev.plinth.app.telemetry;

import static java.lang.System.Logger.Level.WARNING;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import jdk.jfr.consumer.RecordingStream;

/** How virtual threads get on with the few threads that carry them. */
final class VirtualThreads implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(VirtualThreads.class.getName());
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final String NOT_STARTED = "jdk.VirtualThreadSubmitFailed";
    /** Shorter holds do no harm, and telling of all would cost. */
    private static final Duration PINNED_MIN = Duration.ofMillis(5);
    /** What the JDK may keep of its events in the folder for temporary files, which is small in a container. */
    private static final long BYTES_MAX = 4 << 20;

    private static final Duration AGE_MAX = Duration.ofSeconds(10);

    private final RecordingStream events = new RecordingStream();

    void bindTo(MeterRegistry registry) {
        scheduler(registry, "mounted", "MountedVirtualThreadCount", "Virtual threads that run now");
        scheduler(
                registry,
                "queued",
                "QueuedVirtualThreadCount",
                "Virtual threads that could run and wait for a carrier");
        scheduler(registry, "carriers", "PoolSize", "Threads that carry virtual ones");
        Timer pinned = Timer.builder("jvm.threads.virtual.pinned")
                .description("How long virtual threads held their carriers although they waited, from 5 ms on")
                .register(registry);
        Counter failed = Counter.builder("jvm.threads.virtual.submit.failed")
                .description("Virtual threads that could not be started")
                .register(registry);
        events.enable(PINNED).withThreshold(PINNED_MIN);
        events.enable(NOT_STARTED);
        events.onEvent(PINNED, event -> pinned.record(event.getDuration()));
        events.onEvent(NOT_STARTED, event -> failed.increment());
        listen();
    }

    private void listen() {
        events.setMaxSize(BYTES_MAX);
        events.setMaxAge(AGE_MAX);
        try {
            events.startAsync();
        } catch (RuntimeException refused) {
            LOG.log(WARNING, "Pinned virtual threads are not counted: {0}", refused.getMessage());
        }
    }

    /** The JDK has this bean from version 24 on; before it the gauge is missing. */
    private static void scheduler(MeterRegistry registry, String name, String attribute, String description) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = beanName();
        if (beans.isRegistered(bean)) {
            Gauge.builder("jvm.threads.virtual." + name, () -> number(beans, bean, attribute))
                    .description(description)
                    .register(registry);
        }
    }

    private static Number number(MBeanServer beans, ObjectName bean, String attribute) {
        try {
            return (Number) beans.getAttribute(bean, attribute);
        } catch (JMException unknown) {
            return Double.NaN;
        }
    }

    private static ObjectName beanName() {
        try {
            return new ObjectName("jdk.management:type=VirtualThreadScheduler");
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
