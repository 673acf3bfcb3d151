package dev.plinth.ops.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.WorkspaceStack;

/** What the Automation API is asked to do with a stack, and the outputs that come of it. */
interface StackOperation {
    Outputs apply(WorkspaceStack stack) throws AutomationException;
}
