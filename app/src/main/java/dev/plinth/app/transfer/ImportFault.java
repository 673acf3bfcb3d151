package dev.plinth.app.transfer;

import java.util.Optional;

/** A fault, and the record that has it: its number and the line where it begins, both from 1. */
public record ImportFault(Place place, Fault fault) {
    /** One record of a file. */
    public record Place(int record, int line, Optional<String> metricId) {}
}
