package dev.plinth.policy;

/** A rule that can also put right what it finds, at the level {@link EnforcementLevel#REMEDIATE}. */
public interface RemediatingRule extends ResourceRule {
    /**
     * Says what to change of a resource of one of the rule's types so that the rule is kept; nothing if it is kept
     * already. The provider does not check the result again, so it has to be complete and well-formed.
     */
    Patch remedy(Resource resource, Context context);
}
