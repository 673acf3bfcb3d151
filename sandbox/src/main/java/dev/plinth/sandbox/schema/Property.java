package dev.plinth.sandbox.schema;

/**
 * One input or output that the SDK declares.
 *
 * @param required whether it must be given, or, for an output, whether it is always there
 * @param json whether its value travels as a JSON text, as the options of a provider do
 */
public record Property(String name, Type type, boolean required, boolean json, boolean deprecated) {}
