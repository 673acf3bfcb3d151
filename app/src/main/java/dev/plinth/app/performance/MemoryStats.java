package dev.plinth.app.performance;

import java.lang.management.ManagementFactory;

/** The memory of the virtual machine in bytes; the heap may grow up to {@code heapMax}. */
public record MemoryStats(long heapUsed, long heapMax, long otherUsed) {
    static MemoryStats now() {
        var memory = ManagementFactory.getMemoryMXBean();
        return new MemoryStats(
                memory.getHeapMemoryUsage().getUsed(),
                memory.getHeapMemoryUsage().getMax(),
                memory.getNonHeapMemoryUsage().getUsed());
    }
}
