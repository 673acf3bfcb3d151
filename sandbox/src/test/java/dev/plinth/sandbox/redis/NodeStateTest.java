package dev.plinth.sandbox.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NodeStateTest {
    @Test
    void aPrimarySaysHowFarItIs() {
        assertThat(NodeState.parse("""
                        # Replication
                        role:master
                        slave0:ip=127.0.0.1,port=1,state=online,offset=98,lag=0
                        master_repl_offset:99
                        """)).isEqualTo(new NodeState(true, false, 99));
    }

    @Test
    void aReplicaSaysWhetherItIsInStep() {
        assertThat(NodeState.parse(
                        "role:slave\r\nmaster_link_status:up\r\nslave_repl_offset:7\r\nmaster_repl_offset:5"))
                .isEqualTo(new NodeState(false, true, 7));
        assertThat(NodeState.parse("role:slave\r\nmaster_link_status:down\r\n"))
                .isEqualTo(new NodeState(false, false, 0));
    }
}
