package dev.plinth.policies.breaches;

import com.pulumi.Context;
import com.pulumi.Pulumi;

/** What the Pulumi engine runs: the stack {@code present}, {@code absent} or {@code remedied}. */
public final class Breaches {
    private Breaches() {}

    public static void main(String... args) {
        // Before anything touches the common pool: with one or two threads in it the Pulumi SDK never ends.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "8");
        Pulumi.run(Breaches::stack);
    }

    private static void stack(Context context) {
        switch (context.stackName()) {
            case "present" -> present();
            case "absent" -> absent();
            case "remedied" -> Remedied.bucket();
            default ->
                throw new IllegalArgumentException(
                        "stack '%s' is none of 'present', 'absent' and 'remedied'".formatted(context.stackName()));
        }
    }

    /** What is wrong with something that is there. */
    private static void present() {
        AuditBreaches.present();
        ClusterBreaches.present();
        DatabaseBreaches.present();
        EdgeBreaches.present();
        IdentityBreaches.present();
        KubernetesBreaches.present();
        NetworkBreaches.present();
        PodBreaches.present();
        RecoveryBreaches.present();
        ResilienceBreaches.present();
        StorageBreaches.present();
        WorkloadBreaches.present();
    }

    /** What is wrong because something is not there at all. */
    private static void absent() {
        AuditBreaches.absent(StorageBreaches.absent());
        DatabaseBreaches.absent();
        EdgeBreaches.absent();
        KubernetesBreaches.absent();
        NetworkBreaches.absent();
        RecoveryBreaches.absent();
    }
}
