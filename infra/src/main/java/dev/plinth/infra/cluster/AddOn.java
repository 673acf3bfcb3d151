package dev.plinth.infra.cluster;

/** What EKS itself installs in the cluster and keeps working there. */
public enum AddOn {
    NETWORK("vpc-cni", Phase.BEFORE_NODES),
    POD_IDENTITY("eks-pod-identity-agent", Phase.BEFORE_NODES),
    SERVICES("kube-proxy", Phase.BEFORE_NODES),
    NAMES("coredns", Phase.ON_NODES),
    DISKS("aws-ebs-csi-driver", Phase.ON_NODES);

    private final String title;
    private final Phase phase;

    AddOn(String title, Phase phase) {
        this.title = title;
        this.phase = phase;
    }

    /** When an add-on can come: a node without network never gets ready, and pods without nodes never start. */
    enum Phase {
        BEFORE_NODES("base"),
        ON_NODES("pods");

        private final String title;

        Phase(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    String title() {
        return title;
    }

    Phase phase() {
        return phase;
    }
}
