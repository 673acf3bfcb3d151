package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.certificate.TrustStore;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pending;
import java.util.List;

/** Deployments as machines: one process for a replica, each on a loopback address of its own. */
public final class Deployments {
    public Deployments(Machines machines, ImageStore images, TrustStore trustStore) {
        Pending.of();
    }

    /**
     * Makes the deployment be as the spec says and returns when all replicas are ready. When the container differs, new
     * pods are made ready first, then traffic moves, then the old ones end. When new pods do not become ready they are
     * removed, the old ones stay, and the failure's message ends with the last log lines.
     */
    public List<PodStatus> apply(DeploymentSpec spec, Traffic traffic) {
        return Pending.of(spec.name() + traffic);
    }

    /** The pods of the deployment right now, probed once; empty when there is no such deployment. */
    public List<PodStatus> pods(String deployment) {
        return Pending.of(deployment);
    }

    /** Ends every pod of the deployment; a name that is not there is fine. */
    public void remove(String deployment) {
        Pending.of(deployment);
    }
}
