package dev.plinth.infra.component;

/** The regions that an environment lives in; {@link Account} has their names. */
public enum Place {
    /** Where the environment runs. */
    HOME,
    /** Where copies of its backups are. */
    RECOVERY,
    /** Where AWS keeps what belongs to no region. */
    GLOBAL
}
