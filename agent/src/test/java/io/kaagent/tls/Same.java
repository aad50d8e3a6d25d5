package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLSocketFactory;

/** Whether two factories are proved to be the same. */
final class Same {
    private Same() {}

    static void same(SSLSocketFactory one, SSLSocketFactory other) {
        assertThat(FactoryIdentity.proved(one))
                .isEqualTo(FactoryIdentity.proved(other))
                .hasSameHashCodeAs(FactoryIdentity.proved(other));
        assertThat(FactoryIdentity.proved(one).gap()).isNull();
    }

    static void different(SSLSocketFactory one, SSLSocketFactory other) {
        assertThat(FactoryIdentity.proved(one)).isNotEqualTo(FactoryIdentity.proved(other));
        itself(one);
        itself(other);
    }

    /** Nothing is proved of either, for that reason. */
    static void unproved(SSLSocketFactory one, SSLSocketFactory other, String reason) {
        different(one, other);
        assertThat(FactoryIdentity.proved(one).gap()).contains(reason);
    }

    private static void itself(SSLSocketFactory factory) {
        assertThat(FactoryIdentity.proved(factory)).isEqualTo(FactoryIdentity.proved(factory));
    }
}
