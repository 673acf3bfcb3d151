package dev.plinth.app.transfer;

import java.util.Optional;

/** What is wrong with a record: a stable code, the JSON pointer of the field if it is one field's, and a sentence. */
public record Fault(String code, Optional<String> pointer, String detail) {}
