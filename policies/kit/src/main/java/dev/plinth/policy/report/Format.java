package dev.plinth.policy.report;

/** How a report is written. */
public enum Format {
    /** For people. */
    TEXT {
        @Override
        public String write(Report report) {
            return TextReport.write(report);
        }
    },
    /** For programs. */
    JSON {
        @Override
        public String write(Report report) {
            return JsonReport.write(report);
        }
    },
    /** SARIF 2.1.0, for code scanning. */
    SARIF {
        @Override
        public String write(Report report) {
            return SarifReport.write(report);
        }
    },
    /** JUnit's XML, for test reports of continuous integration. */
    JUNIT {
        @Override
        public String write(Report report) {
            return JunitReport.write(report);
        }
    };

    /** The report in this format, with a line break at the end. */
    public abstract String write(Report report);
}
