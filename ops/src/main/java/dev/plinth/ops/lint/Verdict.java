package dev.plinth.ops.lint;

import java.util.List;

/** What a checker says of a subject, which is a stack or a file: how much it looked at, and what it found. */
record Verdict(String checker, String subject, int checked, List<Complaint> complaints) {
    Verdict {
        complaints = List.copyOf(complaints);
    }
}
