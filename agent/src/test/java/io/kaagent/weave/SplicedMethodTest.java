package io.kaagent.weave;

import static io.kaagent.weave.Splice.RESULT;
import static io.kaagent.weave.Splice.THIS;
import static io.kaagent.weave.Splice.THROWN;
import static io.kaagent.weave.Splice.after;
import static io.kaagent.weave.Splice.ask;
import static io.kaagent.weave.Splice.before;
import static io.kaagent.weave.Splice.failed;
import static io.kaagent.weave.WovenClass.HOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Woven methods do what the table of seams says: they are loaded, verified and run. */
class SplicedMethodTest {
    @BeforeEach
    void forget() {
        Hooks.forget();
    }

    @Test
    void beforeTellsFirstAndTheMethodGoesOn() {
        WovenClass woven = new WovenClass("text", before(HOOKS, "tell", THIS, 0));
        assertThat(woven.run("x")).isEqualTo("own x");
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", woven.instance(), "x"));
    }

    @Test
    void aConstructorTellsOnceItsObjectIsOne() {
        WovenClass woven = new WovenClass(
                "<init>", before(HOOKS, "tell", THIS, 0), after(HOOKS, "tell"), failed(HOOKS, "tell", THROWN));
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", woven.instance(), woven.diary()), List.of("tell"));
        Hooks.forget();
        assertThatThrownBy(() -> woven.construct(null)).isInstanceOf(NullPointerException.class);
        assertThat(Hooks.TOLD).hasSize(2);
        assertThat(((List<?>) Hooks.TOLD.get(1)).get(1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void whatTheHookBeforeThrowsTheMethodThrowsAndNothingElseRuns() {
        WovenClass woven =
                new WovenClass("text", before(HOOKS, "tell", 0), after(HOOKS, "tell"), failed(HOOKS, "tell", THROWN));
        Hooks.thrown = new IllegalStateException("full");
        assertThatThrownBy(() -> woven.run("x")).isSameAs(Hooks.thrown);
        assertThat(woven.diary()).isEmpty();
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", "x"));
    }

    @Test
    void anAnswerIsWhatTheMethodReturns() {
        WovenClass woven = new WovenClass("text", ask(HOOKS, "ask", 0));
        Hooks.answer = "answer";
        assertThat(woven.run("x")).isEqualTo("answer");
        assertThat(woven.diary()).isEmpty();
    }

    @Test
    void withoutAnAnswerTheMethodGoesOn() {
        WovenClass woven = new WovenClass("text", ask(HOOKS, "ask", 0));
        assertThat(woven.run("x")).isEqualTo("own x");
        assertThat(Hooks.TOLD).containsExactly(List.of("ask", "x"));
    }

    @Test
    void anAnswerOfAWrongTypeIsNotReturned() {
        WovenClass woven = new WovenClass("text", ask(HOOKS, "ask", 0));
        Hooks.answer = 1;
        assertThatThrownBy(() -> woven.run("x")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void aMethodThatReturnsABooleanAsksForOne() {
        WovenClass woven = new WovenClass("flag", ask(HOOKS, "isMine", 0));
        assertThat(woven.run(Boolean.TRUE)).isEqualTo(true);
        assertThat(woven.run(Boolean.FALSE)).isEqualTo(false);
        assertThat(woven.diary()).hasSize(2);
        Hooks.answer = "mine";
        assertThat(woven.run(Boolean.FALSE)).isEqualTo(true);
        assertThat(woven.diary()).hasSize(2);
    }

    @Test
    void aMethodThatReturnsNothingAsksWhetherItHasToRun() {
        WovenClass woven = new WovenClass("nothing", ask(HOOKS, "isMine", 0), after(HOOKS, "tell"));
        woven.run("x");
        woven.run((Object) null);
        assertThat(woven.diary()).containsExactly("x", "null");
        Hooks.answer = "mine";
        woven.run("y");
        assertThat(woven.diary()).hasSize(2);
    }

    @Test
    void afterTellsAtEveryReturn() {
        WovenClass woven = new WovenClass("nothing", after(HOOKS, "tell", THIS, 0));
        woven.run("x");
        woven.run((Object) null);
        assertThat(Hooks.TOLD)
                .containsExactly(List.of("tell", woven.instance(), "x"), Arrays.asList("tell", woven.instance(), null));
    }

    @Test
    void afterTellsTheResult() {
        WovenClass woven = new WovenClass("text", after(HOOKS, "tell", RESULT));
        assertThat(woven.run("x")).isEqualTo("own x");
        assertThat(woven.run((Object) null)).isNull();
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", "own x"), Arrays.asList("tell", null));
    }

    @Test
    void afterIsNotToldOfAnException() {
        WovenClass woven = new WovenClass("risky", after(HOOKS, "tell"));
        assertThatThrownBy(() -> woven.run(new IllegalArgumentException())).isNotNull();
        assertThat(Hooks.TOLD).isEmpty();
    }

    @Test
    void failedTellsWhatTheMethodThrowsWhichGoesOnItsWay() {
        WovenClass woven = new WovenClass("risky", failed(HOOKS, "tell", THROWN, THIS));
        RuntimeException thrown = new IllegalArgumentException();
        assertThatThrownBy(() -> woven.run(thrown)).isSameAs(thrown);
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", thrown, woven.instance()));
    }

    @Test
    void failedIsNotToldOfWhatTheMethodHandles() {
        WovenClass woven = new WovenClass("risky", failed(HOOKS, "tell", THROWN), after(HOOKS, "tell"));
        assertThat(woven.run(new IllegalStateException())).isEqualTo("handled");
        assertThat(Hooks.TOLD).containsExactly(List.of("tell"));
    }

    @Test
    void aMethodMayStartWithALoop() {
        WovenClass told = new WovenClass("loop", before(HOOKS, "tell", 0), after(HOOKS, "tell"));
        int[] left = {5};
        told.run(left);
        assertThat(left).containsExactly(0);
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", left), List.of("tell")); // not at each turn
        WovenClass asked = new WovenClass("loop", ask(HOOKS, "isMine", 0), failed(HOOKS, "tell", THIS));
        left[0] = 5;
        asked.run(left);
        assertThat(left).containsExactly(0);
        Hooks.answer = "mine";
        left[0] = 5;
        asked.run(left);
        assertThat(left).containsExactly(5);
    }

    @Test
    void parametersOfTwoSlotsArePassedAsTheyAre() {
        WovenClass woven = new WovenClass("wide", before(HOOKS, "tell", 3, 2, 1, 0));
        assertThat(woven.run(1L << 40, 2.5, "third", 4)).isEqualTo((1L << 40) + " 2.5 third 4");
        assertThat(Hooks.TOLD).containsExactly(List.of("tell", 4, "third", 2.5, 1L << 40));
    }

    @Test
    void aStaticMethodIsWovenLikeAnyOther() {
        WovenClass woven = new WovenClass(
                "ofTheClass",
                before(HOOKS, "tell", 1),
                ask(HOOKS, "ask", 2),
                after(HOOKS, "tell", RESULT),
                failed(HOOKS, "tell", THROWN));
        assertThat(woven.run(7L, woven.diary(), null)).isEqualTo("own 7");
        assertThat(Hooks.TOLD)
                .containsExactly(List.of("tell", woven.diary()), Arrays.asList("ask", null), List.of("tell", "own 7"));
        RuntimeException thrown = new IllegalStateException();
        assertThatThrownBy(() -> woven.run(7L, woven.diary(), thrown)).isSameAs(thrown);
        assertThat(Hooks.TOLD).last().isEqualTo(List.of("tell", thrown));
        Hooks.answer = "answer";
        assertThat(woven.run(7L, woven.diary(), null)).isEqualTo("answer");
    }

    @Test
    void aStaticMethodMayReturnABoolean() {
        WovenClass woven = new WovenClass("flagOfTheClass", ask(HOOKS, "isMine", 0), after(HOOKS, "tell"));
        Hooks.answer = "mine";
        assertThat(woven.run(woven.diary())).isEqualTo(true);
        assertThat(woven.diary()).isEmpty();
    }
}
