package dev.plinth.infra.image;

/** Where images go. */
public enum Registry {
    /** Nowhere: the machine that builds them also runs them. */
    LOCAL,
    /** A repository of the environment's own in its AWS account. */
    ECR
}
