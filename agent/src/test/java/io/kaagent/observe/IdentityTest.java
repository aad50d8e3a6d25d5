package io.kaagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final InetAddress here = InetAddress.getLoopbackAddress();

    @Test
    void isTheKindOfClientTheAddressAndWhatTlsIsMadeWith() {
        assertThat(new Identity(false, here, 7))
                .isEqualTo(new Identity(false, here, 7))
                .hasSameHashCodeAs(new Identity(false, here, 7))
                .isNotEqualTo(new Identity(false, here, 8))
                .isNotEqualTo(new Identity(false, null, 7));
        assertThat(new Identity(true, null, 0))
                .isEqualTo(new Identity(true, null, 0))
                .isNotEqualTo(new Identity(false, null, 0))
                .isNotEqualTo(here);
    }
}
