package dev.plinth.infra.release;

/**
 * How a pod leaves without losing a request: who waits for whom, in seconds.
 *
 * <p>Kubernetes takes the pod out of its Service and runs its preStop hook at the same time. The load balancer
 * controller notices, the load balancer stops sending requests and lets those in flight finish; only then is the app
 * told to stop.
 */
public final class Drain {
    /** How long the load balancer lets requests in flight finish: the target groups' deregistration delay. */
    public static final int DEREGISTRATION = 30;

    /** From the pod's end of readiness until the load balancer knows: an endpoint, a reconciliation, a call of AWS. */
    static final int PROPAGATION = 10;

    /** How long the app goes on serving after it was told to stop: for whoever has not noticed yet. */
    static final int NOTICE = 5;

    /** How long the app may finish requests after that. */
    static final int FINISH = 15;

    /** Closing the pools. */
    static final int CLOSING = 5;

    private Drain() {}

    /** How long the preStop hook keeps the app from knowing that it goes. */
    static int preStop() {
        return PROPAGATION + DEREGISTRATION;
    }

    /** When Kubernetes loses patience: the hook counts too. */
    static int grace() {
        return preStop() + NOTICE + FINISH + CLOSING;
    }
}
