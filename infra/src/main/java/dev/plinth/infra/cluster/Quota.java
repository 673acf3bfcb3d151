package dev.plinth.infra.cluster;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The most that all pods of a namespace together may ask for, so that one app cannot starve the others. */
public record Quota(int pods, long milliCpu, long mebibytes) {
    private static final Pattern QUANTITY = Pattern.compile("(\\d+)(m|Mi|Gi)?");
    private static final int MILLI = 1000;
    private static final int MEBIBYTES_A_GIBIBYTE = 1024;

    /** Room for a number of equal pods. */
    public static Quota of(int pods, String cpu, String memory) {
        return new Quota(pods, pods * milliCpu(cpu), pods * mebibytes(memory));
    }

    String cpu() {
        return milliCpu + "m";
    }

    String memory() {
        return mebibytes + "Mi";
    }

    private static long milliCpu(String cpu) {
        var matcher = QUANTITY.matcher(cpu);
        if (!matcher.matches() || isOneOf(matcher.group(2), "Mi", "Gi")) {
            throw new IllegalArgumentException("%s is no amount of processor time".formatted(cpu));
        }
        long number = Long.parseLong(matcher.group(1));
        return matcher.group(2) == null ? number * MILLI : number;
    }

    private static long mebibytes(String memory) {
        var matcher = QUANTITY.matcher(memory);
        if (!matcher.matches() || !isOneOf(matcher.group(2), "Mi", "Gi")) {
            throw new IllegalArgumentException("%s is no amount of memory in Mi or Gi".formatted(memory));
        }
        long number = Long.parseLong(matcher.group(1));
        return "Gi".equals(matcher.group(2)) ? number * MEBIBYTES_A_GIBIBYTE : number;
    }

    private static boolean isOneOf(@Nullable String unit, String first, String second) {
        return first.equals(unit) || second.equals(unit);
    }
}
