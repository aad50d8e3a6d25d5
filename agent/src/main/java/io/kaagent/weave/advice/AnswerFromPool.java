package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** {@code KeepAliveCache.get(URL, Object)}: the connection this thread has reserved; without one the JDK's own cache is asked. */
final class AnswerFromPool {
    private AnswerFromPool() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static Object enter() {
        return UrlHooks.answer();
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.Enter Object answer,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object returned) {
        if (answer != null) {
            returned = answer;
        }
    }
}
