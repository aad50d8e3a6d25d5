package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private final UrlSide side = new UrlSide();
    private final URL url = url();

    @Test
    void noneAnswersNothingAndIsForNobody() throws IOException {
        Reservation outer = new Reservation(url, side.take(), null, false, null);
        Reservation none = Reservation.none(outer);
        try (Loopback loopback = Loopback.idle()) {
            assertThat(none.isNone()).isTrue();
            assertThat(none.outer()).isSameAs(outer);
            assertThat(none.answer(url)).isNull();
            assertThat(none.isFor(loopback.client())).isFalse();
        }
    }

    @Test
    void toConnectHasNothingToAnswer() {
        Reservation reservation = new Reservation(url, side.take(), null, false, null);
        assertThat(reservation.isNone()).isFalse();
        assertThat(reservation.pooled()).isNull();
        assertThat(reservation.client()).isNull();
        assertThat(reservation.answer(url)).isNull();
    }

    @Test
    void answersWhatIsReusedOnceAndOnlyTheUrlThatReserved() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Reservation reservation = reusing(loopback);
            assertThat(reservation.answer(url())).isNull(); // equal, but another request
            assertThat(reservation.answer(url)).isSameAs(loopback.client());
            assertThat(reservation.answer(url)).isNull();
            assertThat(reservation.client()).isSameAs(loopback.client());
        }
    }

    @Test
    void isForTheClientThatOpensItsOwnUrl() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            URL opened = JdkClient.url(loopback.client());
            assertThat(new Reservation(opened, side.take(), null, false, null).isFor(loopback.client()))
                    .isTrue();
            assertThat(new Reservation(new URL(opened.toString()), side.take(), null, false, null)
                            .isFor(loopback.client()))
                    .isFalse();
        }
    }

    @Test
    void whatWasOpenedInPlaceOfTheAnswerIsNotAnsweredAgain() throws IOException {
        try (Loopback refused = Loopback.idle();
                Loopback opened = Loopback.idle()) {
            Reservation reservation = reusing(refused);
            PooledClient pooled = new PooledClient(side.pool, side.clients, side.trust, reservation.connection(), null);
            reservation.bind(pooled, opened.client());
            assertThat(reservation.client()).isSameAs(opened.client());
            assertThat(reservation.pooled()).isSameAs(pooled);
            assertThat(reservation.answer(url)).isNull();
        }
    }

    @Test
    void whatIsRefusedIsNotAnsweredButStaysWithItUntilAnotherIsOpened() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Reservation reservation = reusing(loopback);
            reservation.refuse();
            assertThat(reservation.answer(url)).isNull();
            assertThat(reservation.client()).isSameAs(loopback.client());
        }
    }

    @Test
    void onceLeftItIsNoneOfOurs() {
        Reservation reservation = new Reservation(url, side.take(), null, true, null);
        assertThat(reservation.isForOneUse()).isTrue();
        reservation.leave();
        assertThat(reservation.isNone()).isTrue();
        assertThat(reservation.pooled()).isNull();
    }

    private Reservation reusing(Loopback loopback) {
        PooledClient pooled = side.busy(loopback.client());
        assertThat(pooled.giveBack(loopback.client())).isTrue();
        assertThat(side.pool.snapshot().free()).isEqualTo(1);
        return new Reservation(url, side.take(), null, false, null);
    }

    private static URL url() {
        try {
            return new URL("http://127.0.0.1/");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
