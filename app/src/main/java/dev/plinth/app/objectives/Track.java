package dev.plinth.app.objectives;

import java.math.BigDecimal;

/** How progress compares with the time that is over. */
public enum Track {
    /** At most a tenth of the way behind. */
    ON_TRACK,
    /** More than a tenth of the way behind, at most three tenths. */
    AT_RISK,
    /** Further behind. */
    OFF_TRACK;

    private static final BigDecimal ON_TRACK_LAG_MAX = new BigDecimal("0.1");
    private static final BigDecimal AT_RISK_LAG_MAX = new BigDecimal("0.3");

    /** Judges progress by how far it lags behind the elapsed share of the period; both are from 0 to 1. */
    static Track of(BigDecimal progress, BigDecimal elapsed) {
        BigDecimal lag = elapsed.subtract(progress);
        if (lag.compareTo(ON_TRACK_LAG_MAX) <= 0) {
            return ON_TRACK;
        }
        return lag.compareTo(AT_RISK_LAG_MAX) <= 0 ? AT_RISK : OFF_TRACK;
    }
}
