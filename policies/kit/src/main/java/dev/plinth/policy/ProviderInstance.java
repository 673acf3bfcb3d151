package dev.plinth.policy;

/** The provider that manages a resource: which one, and with what inputs. */
public record ProviderInstance(String urn, String type, String name, Properties properties) {}
